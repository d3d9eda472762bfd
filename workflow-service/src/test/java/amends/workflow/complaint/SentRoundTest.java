package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.assign;
import static amends.workflow.complaint.Commands.call;
import static amends.workflow.complaint.Commands.clarify;
import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.handOver;
import static amends.workflow.complaint.Commands.resolve;
import static amends.workflow.complaint.Commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.CircleSign;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.complaint.ComplaintEvent.ComplaintQueued;
import amends.contracts.complaint.ComplaintEvent.ComplaintReoffered;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.routing.Skill;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Customers who are sent round in circles reach a person with authority; whoever comes back is
/// asked after his earlier owner.
class SentRoundTest {

    private static final ComplaintCommand BACK =
            new ComplaintCommand.HandOver(null, text("Not for me"));

    private final Case complaint =
            new Case().given(contact("first", "It broke"), assign("sato"), clarify());

    @Test
    void theThirdHandoverGoesToAPersonWithAuthorityInstead() {
        complaint.given(handOver("suzuki"), handOver("chen"));
        List<ComplaintEvent> events = withoutSigns(complaint.accepts(handOver("smith")));
        assertThat(events)
                .hasSize(3)
                .satisfies(
                        all -> {
                            assertThat(all.get(0))
                                    .isInstanceOfSatisfying(
                                            ComplaintHandedOver.class,
                                            handed -> assertThat(handed.to()).isNull());
                            assertThat(all.get(1))
                                    .isInstanceOfSatisfying(
                                            CustomerSentRound.class,
                                            sent -> {
                                                assertThat(sent.handovers()).isEqualTo(3);
                                                assertThat(sent.sign())
                                                        .isEqualTo(CircleSign.HANDOVERS);
                                                assertThat(sent.instead()).hasToString("smith");
                                            });
                            assertThat(all.get(2))
                                    .isInstanceOfSatisfying(
                                            ComplaintQueued.class,
                                            queued ->
                                                    assertThat(queued.skills())
                                                            .contains(new Skill("authority")));
                        });
        assertThat(complaint.accepts(handOver("smith"))).as("repeated").isEmpty();
    }

    @Test
    void goingBackToAPersonWhoHadItBeforeIsACircle() {
        complaint.given(handOver("suzuki"));
        assertThat(sign(complaint.accepts(handOver("sato"))))
                .isEqualTo(CircleSign.SAME_PERSON_AGAIN);
    }

    @Test
    void goingBackToTheQueueTwiceIsACircle() {
        complaint.given(BACK, assign("suzuki"));
        assertThat(sign(complaint.accepts(BACK))).isEqualTo(CircleSign.SAME_QUEUE_AGAIN);
    }

    @Test
    void theSameMenuTwiceInOneCallIsACircle() {
        Case called = new Case();
        List<ComplaintEvent> events = called.accepts(call("a", "main", "repairs", "main"));
        assertThat(sign(events)).isEqualTo(CircleSign.SAME_MENU_AGAIN);
        assertThat(called.state().place().skills()).contains(new Skill("authority"));
    }

    @Test
    void aMenuThatLeadsToItselfIsACircle() {
        assertThat(sign(new Case().accepts(call("a", "top", "top"))))
                .isEqualTo(CircleSign.SAME_MENU_AGAIN);
    }

    @Test
    void theSameMenuInTwoCallsIsACircleAndItsOwnerGivesItUp() {
        complaint.given(call("a", "main", "repairs"));
        assertThat(complaint.state().owner()).isEqualTo(Case.SATO);
        List<ComplaintEvent> events = complaint.accepts(call("b", "warranty", "repairs"));
        assertThat(sign(events)).isEqualTo(CircleSign.SAME_MENU_AGAIN);
        assertThat(events).noneMatch(ComplaintEvent.SignOfBadServiceSeen.class::isInstance);
        assertThat(complaint.state().owner()).isNull();
        assertThat(complaint.state().place().queue()).hasToString("escalation");
        complaint.given(assign("yamamoto"));
        assertThat(complaint.accepts(call("c", "repairs")))
                .noneMatch(CustomerSentRound.class::isInstance);
    }

    @Test
    void otherMenusAreNoCircle() {
        complaint.given(call("a", "main", "repairs"), call("b", "warranty", "spare parts"));
        complaint.given(contact("c", "No menu at all"));
        assertThat(complaint.state().ownership().sentRound()).isFalse();
    }

    @Test
    void whoHasAuthorityKeepsItWhateverTheMenusDo() {
        complaint.given(handOver("yamamoto"), call("a", "main", "repairs", "main"));
        assertThat(complaint.state().owner()).hasToString("yamamoto");
    }

    @Test
    void menusThatLeadBackToASolvedComplaintLeadToAuthority() {
        complaint.given(call("a", "main"), resolve(true));
        complaint.given(call("b", "main"));
        assertThat(complaint.state().status()).isEqualTo(Status.REOPENED);
        assertThat(complaint.state().owner()).isNull();
        assertThat(complaint.state().place().queue()).hasToString("escalation");
    }

    @Test
    void toAPersonWithAuthorityItMayAlwaysGo() {
        complaint.given(handOver("suzuki"), handOver("chen"));
        assertThat(withoutSigns(complaint.accepts(handOver("yamamoto"))))
                .singleElement()
                .isInstanceOf(ComplaintHandedOver.class);
        assertThat(complaint.state().owner()).hasToString("yamamoto");
    }

    @Test
    void whoHasAuthorityHandsOverAsHeLikesAndItsQueueStaysTheirs() {
        complaint.given(handOver("suzuki"), handOver("chen"), handOver("smith"));
        complaint.given(assign("yamamoto"), handOver("smith"));
        assertThat(complaint.state().owner()).hasToString("smith");
        complaint.given(BACK);
        assertThat(complaint.state().place().queue()).hasToString("escalation");
    }

    @Test
    void aHandoverKeepsTheContextAndNeedsAReason() {
        Work before = complaint.state().work();
        complaint.refuses(new ComplaintCommand.HandOver(null, text(" ")));
        complaint.given(handOver("suzuki"), handOver("sato"), assign("yamamoto"));
        assertThat(complaint.state().work())
                .usingRecursiveComparison()
                .ignoringFields("treatment") // it counts the handovers
                .isEqualTo(before);
        assertThat(complaint.state().status()).isEqualTo(Status.CLARIFIED);
    }

    @Test
    void reopenedItWaitsFirstOfAllForItsOwner() {
        complaint.given(resolve(true));
        List<ComplaintEvent> events = complaint.accepts(contact("again", "Broken again"));
        assertThat(events).contains(new ComplaintReoffered(Case.SATO, ReofferReason.REOPENED));
        assertThat(complaint.state().owner()).isNull();
        assertThat(complaint.state().ownership().askedFirst()).isEqualTo(Case.SATO);
        complaint.given(assign("chen"));
        assertThat(complaint.state().ownership().askedFirst()).isNull();
    }

    @Test
    void itIsOfferedAgainOnlyForWhoeverHasIt() {
        complaint.given(handOver("suzuki"));
        assertThat(complaint.accepts(new ComplaintCommand.Reoffer(Case.SATO))).isEmpty();
        complaint.given(resolve(true));
        assertThat(complaint.accepts(new ComplaintCommand.Reoffer(new AgentId("suzuki"))))
                .isEmpty();
    }

    private static CircleSign sign(List<ComplaintEvent> events) {
        return events.stream()
                .filter(CustomerSentRound.class::isInstance)
                .map(event -> ((CustomerSentRound) event).sign())
                .findFirst()
                .orElseThrow();
    }

    private static List<ComplaintEvent> withoutSigns(List<ComplaintEvent> events) {
        return events.stream()
                .filter(event -> !(event instanceof ComplaintEvent.SignOfBadServiceSeen))
                .toList();
    }
}
