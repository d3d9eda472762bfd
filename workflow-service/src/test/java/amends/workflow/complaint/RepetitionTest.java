package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand.ConfirmMerge;
import amends.contracts.complaint.ComplaintCommand.MergeInto;
import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.ComplaintEvent.ContactPassedOn;
import amends.contracts.complaint.ComplaintEvent.PriorityAssessed;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Refusal.Rule;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.OtherWords;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// One id that comes again: the same once more, or something else that must not get lost.
class RepetitionTest {

    private static final ContactId FIRST = contact("first", "").contact().id();
    private static final ComplaintId SURVIVOR = new ComplaintId("7ZZZ00000001");

    private final Case complaint = new Case().given(contact("first", "The toaster is broken"));

    @ParameterizedTest
    @CsvSource({
        "The toaster is broken, '  The toaster\r\n is\tbroken\n'",
        "The toaster is broken, Ｔｈｅ　ｔｏａｓｔｅｒ　ｉｓ　ｂｒｏｋｅｎ",
        "ﾄｰｽﾀｰが壊れた１２, 'トースターが\n壊れた12'",
    })
    void theSameWordsSetOtherwiseAreKnown(String first, String again) {
        Case other = new Case().given(contact("first", first));
        assertThat(other.accepts(contact("first", again))).isEmpty();
    }

    @Test
    void otherWordsAreOneMoreContactUnderAnIdOfItsOwn() {
        ContactAppended appended = appended(contact("first", "And the kettle, too"));
        assertThat(appended.otherWords()).isEqualTo(new OtherWords(FIRST, false));
        assertThat(appended.contact().id()).isNotEqualTo(FIRST);
        assertThat(appended.contact().text().value()).isEqualTo("And the kettle, too");
        assertThat(complaint.state().arrival().contacts()).isEqualTo(2);

        assertThat(complaint.accepts(contact("first", "And the kettle, too"))).isEmpty();
        assertThat(complaint.accepts(contact("first", "The toaster is broken"))).isEmpty();
        assertThat(appended(contact("first", "And the oven")).contact().id())
                .isNotIn(FIRST, appended.contact().id());
    }

    @Test
    void theMenusOfACallThatIsToldInOtherWordsCountOnce() {
        Case call = new Case().given(Commands.call("call", "billing", "repairs"));
        Menus once = call.state().arrival().menus();
        call.given(
                Commands.saying("It broke, and it smells", "call", "call", "billing", "repairs"));
        assertThat(call.state().arrival().contacts()).isEqualTo(2);
        assertThat(call.state().arrival().menus()).isEqualTo(once);
    }

    @Test
    void otherWordsChangeHowUrgentItIsAndWhereItWaits() {
        assertThat(complaint.accepts(contact("first", "The toaster caught fire, I am burnt")))
                .hasAtLeastOneElementOfType(PriorityAssessed.class);
        assertThat(complaint.state().place().queue().value()).isEqualTo("safety");
    }

    @Test
    void otherWordsOpenAClosedComplaintAgainAndTheSameWordsDoNot() {
        complaint.given(Commands.close(ClosingReason.WITHDRAWN));
        assertThat(complaint.accepts(contact("first", "The toaster is broken"))).isEmpty();
        List<ComplaintEvent> events = complaint.accepts(contact("first", "It is not solved"));
        assertThat(events)
                .filteredOn(ComplaintReopened.class::isInstance)
                .extracting(event -> ((ComplaintReopened) event).contact())
                .containsExactly(((ContactAppended) events.getFirst()).contact().id());
    }

    @Test
    void whoIsSomebodyElseIsSaidAndChangesNothingOfTheCustomer() {
        ContactAppended stranger =
                appended(by(IdentifiedBy.ACCOUNT, "stranger", "Fire in the house"));
        assertThat(stranger.otherWords().bySomebodyElse()).isTrue();
        assertThat(complaint.state().arrival().tier().value()).isEqualTo("standard");
        assertThat(complaint.state().arrival().customer())
                .isEqualTo(contact("first", "").customer().id());
        assertThat(
                        appended(by(IdentifiedBy.CONTACT_ALONE, "nobody", "Smoke"))
                                .otherWords()
                                .bySomebodyElse())
                .as("nothing is known of him")
                .isFalse();
        LedgersAgree.with(complaint.log());
    }

    @Test
    void tooManyVersionsOfOneIdAreRefusedAndThoseThatCameStayKnown() {
        for (int i = 1; i < Repetition.MOST_VERSIONS; i++) {
            appended(contact("first", "Version " + i));
        }
        assertThat(complaint.refuses(contact("first", "One more")).rule())
                .isEqualTo(Rule.TOO_MANY_VERSIONS);
        assertThat(complaint.accepts(contact("first", "Version 7"))).isEmpty();
        assertThat(complaint.accepts(contact("second", "One more"))).isNotEmpty();
        assertThat(Wire.read(Wire.write(complaint.state()), Complaint.class))
                .isEqualTo(complaint.state());
    }

    @Test
    void whatComesForAMergedComplaintIsPassedOnUnderItsOwnId() {
        complaint.given(new MergeInto(SURVIVOR));
        complaint.given(
                new ConfirmMerge(SURVIVOR, complaint.state().links().merge().request(), null));
        RegisterContact other = contact("first", "And the kettle, too");
        Decision decision = complaint.decide(other);
        ContactPassedOn passed = (ContactPassedOn) complaint.accepts(other).getFirst();
        assertThat(passed.otherWords()).isEqualTo(new OtherWords(FIRST, false));
        assertThat(complaint.accepts(other)).as("once").isEmpty();

        RegisterContact sent =
                (RegisterContact)
                        Errand.following(other, null, decision, complaint.state())
                                .getFirst()
                                .command();
        Case survivor = new Case().given(contact("elsewhere", "It broke"));
        ContactAppended arrived = (ContactAppended) survivor.accepts(sent).getFirst();
        assertThat(arrived.contact()).isEqualTo(passed.contact());
        assertThat(arrived.otherWords()).isEqualTo(passed.otherWords());
        assertThat(survivor.accepts(sent)).isEmpty();
    }

    /// They tell nothing of the words, so whatever came under an id was the same, as it was then.
    @Test
    void statesFromBeforeWordsWereKeptAreRead() {
        ObjectNode old = (ObjectNode) Wire.mapper().valueToTree(complaint.state());
        ArrayNode known = Wire.mapper().createArrayNode().add(FIRST.value());
        ((ObjectNode) old.path("arrival")).set("known", known);
        Complaint read = Wire.mapper().treeToValue(old, Complaint.class);
        assertThat(read.arrival().known()).containsExactly(new KnownContact(FIRST, null));
        Occasion occasion =
                new Occasion(complaint.now(), Actor.automation("intake"), Case.POLICIES);
        assertThat(new ComplaintDecider().decide(contact("first", "Else"), read, occasion))
                .isEqualTo(new Decision.Accepted(List.of()));
    }

    private ContactAppended appended(RegisterContact contact) {
        return (ContactAppended) complaint.accepts(contact).getFirst();
    }

    private static RegisterContact by(IdentifiedBy identifiedBy, String who, String words) {
        RegisterContact own = contact("first", words);
        return new RegisterContact(
                own.brand(),
                new Customer(
                        CustomerId.derive(own.brand(), identifiedBy, who),
                        identifiedBy,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new CustomerTier("premium")),
                own.contact(),
                own.original());
    }
}
