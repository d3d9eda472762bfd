package amends.notification.rule;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.*;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.Verification;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.OtherWords;
import amends.contracts.notification.NotificationKind;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.Wire;
import amends.notification.Stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The whole table: which event leads to which notice.
class ReactionsTest {

    private static final ComplaintId ID = Stories.complaint("<rules@example.jp>");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Instant DUE = Stories.APRIL_FIRST.plusSeconds(3600);

    private static final Map<Class<?>, NotificationKind> TOLD =
            Map.ofEntries(
                    Map.entry(ComplaintReceived.class, NotificationKind.ACKNOWLEDGEMENT),
                    Map.entry(ReplySent.class, NotificationKind.REPLY),
                    Map.entry(HoldingResponseSent.class, NotificationKind.REPLY),
                    Map.entry(PromiseMade.class, NotificationKind.PROMISE),
                    Map.entry(PromiseRenewed.class, NotificationKind.RENEWED_PROMISE),
                    Map.entry(PromiseBroken.class, NotificationKind.APOLOGY_FOR_BROKEN_PROMISE),
                    Map.entry(ComplaintHandedOver.class, NotificationKind.HANDOVER),
                    Map.entry(SolutionProposed.class, NotificationKind.PROPOSAL),
                    Map.entry(DemandDeclined.class, NotificationKind.DECLINE),
                    Map.entry(ComplaintResolved.class, NotificationKind.SOLUTION),
                    Map.entry(ComplaintReopened.class, NotificationKind.REOPENING),
                    Map.entry(ComplaintClosed.class, NotificationKind.THANKS));

    static Stream<Class<?>> everyEvent() {
        return Arrays.stream(ComplaintEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void isToldOrNotAsTheTableSays(Class<?> type) throws IOException {
        Optional<Notice> notice = Reactions.to(sample(type), met());
        assertThat(notice.map(Notice::kind)).isEqualTo(Optional.ofNullable(TOLD.get(type)));
    }

    @Test
    void everyKindHasAnOccasionOnlyFollowUpsComeByTimeAndEscalationsAreForColleagues() {
        Set<NotificationKind> fromEvents = Set.copyOf(TOLD.values());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(fromEvents)))
                .containsExactly(NotificationKind.FOLLOW_UP, NotificationKind.ESCALATION);
    }

    @Test
    void aHandoverIsToldOnlyToThoseWhoMetSomebodyAndOnlyToAnotherPerson() {
        AgentId sato = new AgentId("sato");
        AgentId chen = new AgentId("chen");
        FreeText reason = new FreeText("中国語での説明が必要なため");
        ComplaintEvent toChen = new ComplaintHandedOver(sato, chen, reason);
        assertThat(Reactions.to(toChen, met())).contains(new Notice.Handover(reason));
        assertThat(Reactions.to(toChen, begun())).isEmpty();
        assertThat(Reactions.to(new ComplaintHandedOver(sato, null, reason), met())).isEmpty();
        assertThat(Reactions.to(new ComplaintHandedOver(sato, sato, reason), met())).isEmpty();
    }

    @Test
    void onlyAConfirmedEndIsThankedFor() {
        List<ClosingReason> thanked =
                Arrays.stream(ClosingReason.values())
                        .filter(r -> Reactions.to(new ComplaintClosed(r), met()).isPresent())
                        .toList();
        assertThat(thanked).containsExactly(ClosingReason.CONFIRMED);
    }

    @Test
    void theApologyNamesThePromiseThatWasBroken() {
        PromiseId id = new PromiseId("p1");
        FreeText what = new FreeText("発送日のご連絡");
        Correspondence known = after(begun(), 2, Stories.SATO, new PromiseMade(id, what, DUE));
        assertThat(Reactions.to(new PromiseBroken(id), known))
                .contains(new Notice.ApologyForBrokenPromise(new Promised(what, DUE)));
        Correspondence kept = after(known, 3, Stories.WORKFLOW, new PromiseKept(id));
        assertThat(Reactions.to(new PromiseBroken(id), kept))
                .contains(new Notice.ApologyForBrokenPromise(null));
    }

    @Test
    void aResolutionSchedulesTheNextRoundAndReopeningOrClosingCallsItOff() {
        Correspondence resolved = after(begun(), 5, Stories.SATO, resolution());
        assertThat(resolved.followUp())
                .isEqualTo(new FollowUp(1, 5, Stories.APRIL_FIRST.plus(THREE_DAYS)));
        Correspondence reopened =
                after(
                        resolved,
                        6,
                        Stories.WORKFLOW,
                        new ComplaintReopened(ReopeningReason.CUSTOMER_CONTACTED_AGAIN, null));
        assertThat(reopened.followUp()).isNull();
        Correspondence again = after(reopened, 9, Stories.SATO, resolution());
        assertThat(again.followUp())
                .isEqualTo(new FollowUp(2, 9, Stories.APRIL_FIRST.plus(THREE_DAYS)));
        Correspondence closed =
                after(
                        again,
                        10,
                        Stories.SATO,
                        new ComplaintClosed(ClosingReason.EVERYTHING_POSSIBLE_DONE));
        assertThat(closed.followUp()).isNull();
    }

    @Test
    void onlyAPersonsWordsCountAsMeetingAPerson() {
        ComplaintEvent reply = new ReplySent(new FreeText("拝見しました"));
        Actor automation = Actor.automation("workflow");
        assertThat(after(begun(), 2, automation, reply).metAPerson()).isFalse();
        assertThat(after(begun(), 2, Stories.SATO, reply).metAPerson()).isTrue();
        assertThat(
                        after(begun(), 2, Stories.SATO, new ComplaintAssigned(new AgentId("sato")))
                                .metAPerson())
                .isFalse();
    }

    @Test
    void theLatestContactDecidesAddressAndLanguage() {
        ComplaintEvent appended =
                new ContactAppended(
                        Stories.contact("en", "Again"),
                        Stories.customer("Hanako", "new@example.jp"),
                        new amends.contracts.contact.OriginalPosition(0, 1));
        Recipient recipient = after(begun(), 2, Stories.WORKFLOW, appended).recipient();
        assertThat(recipient.emails())
                .extracting(e -> e.value())
                .containsExactly("new@example.jp", "hanako@example.jp");
        assertThat(recipient.language().value()).isEqualTo("en");
    }

    @Test
    void whoCameUnderAnothersIdIsNotWrittenTo() {
        assertThat(addressesAfterOtherWords(true)).containsExactly("hanako@example.jp");
        assertThat(addressesAfterOtherWords(false))
                .containsExactly("ben@example.org", "hanako@example.jp");
    }

    private static List<String> addressesAfterOtherWords(boolean bySomebodyElse) {
        ComplaintEvent appended =
                new ContactAppended(
                        Stories.contact("en", "Fire in the house"),
                        Stories.customer("Ben", "ben@example.org"),
                        new amends.contracts.contact.OriginalPosition(0, 1),
                        null,
                        new OtherWords(new ContactId("first"), bySomebodyElse));
        return after(begun(), 2, Stories.WORKFLOW, appended).recipient().emails().stream()
                .map(email -> email.value())
                .toList();
    }

    @Test
    void theSameOccasionHasTheSameIdAndAnotherKindAnother() {
        Occasion occasion = new Occasion(ID, 5, Stories.APRIL_FIRST);
        Occasion replayed = new Occasion(ID, 5, Stories.APRIL_FIRST.plusSeconds(9));
        assertThat(occasion.id(NotificationKind.SOLUTION))
                .isEqualTo(replayed.id(NotificationKind.SOLUTION))
                .isNotEqualTo(occasion.id(NotificationKind.FOLLOW_UP));
    }

    @Test
    void aTitleIsOneShortLine() {
        String title =
                Title.of(Stories.contact("ja", "一行目\r\nBcc: x@y\n" + "長".repeat(200))).value();
        assertThat(title).doesNotContain("\n", "\r").hasSizeLessThanOrEqualTo(81);
    }

    private static ComplaintEvent resolution() {
        return new ComplaintResolved(false, Verification.WITH_EVIDENCE, new FreeText("交換しました"));
    }

    static Correspondence begun() {
        return Correspondence.begunBy(Stories.received(ID, "ja", "hanako@example.jp"));
    }

    private static Correspondence met() {
        return after(begun(), 2, Stories.SATO, new SolutionProposed(remedy(), new FreeText("x")));
    }

    private static Remedy remedy() {
        return new Remedy.Moral(Remedy.MoralKind.APOLOGY);
    }

    private static Correspondence after(
            Correspondence before, long version, Actor actor, ComplaintEvent event) {
        return before.after(
                Stories.recorded(ID, version, Stories.APRIL_FIRST, actor, event), THREE_DAYS);
    }

    private static ComplaintEvent sample(Class<?> type) throws IOException {
        String path = "/approved/ComplaintEvent/" + type.getSimpleName() + ".json";
        try (InputStream in = ReactionsTest.class.getResourceAsStream(path)) {
            return Wire.read(in.readAllBytes(), ComplaintEvent.class);
        }
    }
}
