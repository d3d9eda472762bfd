package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.resolve;
import static amends.workflow.complaint.Commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.MergeInto;
import amends.contracts.complaint.ComplaintCommand.ReleaseDuplicate;
import amends.contracts.complaint.ComplaintCommand.TakeInDuplicate;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.DuplicateTakenIn;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;
import amends.workflow.policy.Policies;
import amends.workflow.sla.RunningClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The term that an authority sets begins with the first complaint about a matter, whichever of
/// them is merged into the other.
class TermsOfMergedTest {

    private static final ClockName FINAL = new ClockName("final-response");
    private static final ComplaintId EARLIER = new ComplaintId("7ZZZ00000001");
    private static final ComplaintId EARLIEST = new ComplaintId("7ZZZ00000002");
    private static final Instant OWN = Instant.parse("2026-12-09T15:00:00Z");
    private static final Instant OWN_DUE = Instant.parse("2027-02-04T00:00:00Z");
    private static final Instant A_WEEK_BEFORE = Instant.parse("2026-12-02T15:00:00Z");
    private static final Instant A_WEEK_LESS = Instant.parse("2027-01-28T00:00:00Z");
    private static final Policies POLICIES = regulated();

    private final Case complaint =
            new Case().under(POLICIES).at(OWN.toString()).given(contact("first", "No"));

    static Policies regulated() {
        return PoliciesForTests.withClocks(
                PoliciesForTests.sample("regulation.final-response-8-weeks").get("clocks"),
                Map.of("calendar.legal", PoliciesForTests.sample("calendar.legal")));
    }

    /// What the log's own events say of each run is what comes out without them.
    @AfterEach
    void ledgersAgree() {
        LedgersAgree.with(complaint.log(), POLICIES);
    }

    /// One deed after the other.
    private void then(ComplaintCommand... commands) {
        for (ComplaintCommand command : commands) {
            complaint.after(Duration.ofSeconds(1)).given(command);
        }
    }

    private RunningClock term() {
        return complaint.state().clock(FINAL).orElseThrow();
    }

    private static ComplaintCommand takeIn(ComplaintId duplicate, Instant startedAt) {
        List<ClockStart> clocks =
                List.of(
                        new ClockStart(FINAL, startedAt),
                        new ClockStart(new ClockName("resolution"), startedAt));
        return new TakeInDuplicate(duplicate, 3, 1, List.of(), null, clocks);
    }

    @Test
    void aDuplicateTellsWhichClocksRunForIt() {
        Decision asked = complaint.decide(new MergeInto(EARLIER));
        then(new MergeInto(EARLIER));
        List<Errand> errands =
                Errand.following(new MergeInto(EARLIER), null, asked, complaint.state());
        assertThat(((TakeInDuplicate) errands.getFirst().command()).clocks())
                .contains(new ClockStart(FINAL, OWN));
    }

    @Test
    void theTermCountsFromTheEarlierComplaint() {
        then(takeIn(EARLIER, A_WEEK_BEFORE));
        assertThat(term().startedAt()).isEqualTo(A_WEEK_BEFORE);
        assertThat(term().dueAt()).isEqualTo(A_WEEK_LESS);
    }

    @Test
    void onlyRegulatoryClocksAreTakenOver() {
        List<ComplaintEvent> events =
                complaint.after(Duration.ofSeconds(1)).accepts(takeIn(EARLIER, A_WEEK_BEFORE));
        assertThat(events)
                .filteredOn(DuplicateTakenIn.class::isInstance)
                .containsExactly(
                        new DuplicateTakenIn(
                                EARLIER,
                                1,
                                List.of(),
                                List.of(new ClockStart(FINAL, A_WEEK_BEFORE))));
    }

    @Test
    void aLaterDuplicateChangesNoTerm() {
        then(takeIn(EARLIER, OWN.plusSeconds(3600)));
        assertThat(term().startedAt()).isEqualTo(OWN);
        then(new ReleaseDuplicate(EARLIER));
        assertThat(term().startedAt()).isEqualTo(OWN);
    }

    @Test
    void unmergedTheTermIsItsOwnAgain() {
        then(takeIn(EARLIER, A_WEEK_BEFORE), new ReleaseDuplicate(EARLIER));
        assertThat(term().startedAt()).isEqualTo(OWN);
        assertThat(term().dueAt()).isEqualTo(OWN_DUE);
    }

    @Test
    void ofSeveralDuplicatesTheEarliestThatIsLeftCounts() {
        Instant twoWeeksBefore = Instant.parse("2026-11-25T15:00:00Z");
        then(takeIn(EARLIEST, twoWeeksBefore), takeIn(EARLIER, A_WEEK_BEFORE));
        assertThat(term().startedAt()).isEqualTo(twoWeeksBefore);
        then(new ReleaseDuplicate(EARLIEST));
        assertThat(term().startedAt()).isEqualTo(A_WEEK_BEFORE);
        then(new ReleaseDuplicate(EARLIER));
        assertThat(term().startedAt()).isEqualTo(OWN);
    }

    @Test
    void aTermThatIsAlreadyAnsweredHereGoesOnForTheDuplicate() {
        then(new ComplaintCommand.SendHoldingResponse(text("The factory is asked")));
        assertThat(complaint.state().clock(FINAL)).isEmpty();
        then(takeIn(EARLIER, A_WEEK_BEFORE));
        assertThat(term().dueAt()).isEqualTo(A_WEEK_LESS);
        then(new ReleaseDuplicate(EARLIER));
        assertThat(complaint.state().clock(FINAL)).isEmpty();
    }

    @Test
    void whatIsSolvedAlreadyNeedsNoTerm() {
        then(resolve(true), takeIn(EARLIER, A_WEEK_BEFORE));
        assertThat(complaint.state().clocks()).isEmpty();
    }

    @Test
    void anAnswerEndsWhatEachOfThemBrought() {
        then(takeIn(EARLIER, A_WEEK_BEFORE));
        then(new ComplaintCommand.SendHoldingResponse(text("The factory is asked")));
        then(takeIn(EARLIEST, A_WEEK_BEFORE.plusSeconds(60)));
        then(new ReleaseDuplicate(EARLIEST));
        assertThat(complaint.state().clock(FINAL)).as("the first one's is answered").isEmpty();
    }

    @Test
    void aTermBrokenByMistakeStandsAgainInTheFuture() {
        then(takeIn(EARLIER, Instant.parse("2026-10-01T15:00:00Z")));
        complaint.nextTimerFires();
        while (!term().breached()) {
            complaint.nextTimerFires();
        }
        then(new ReleaseDuplicate(EARLIER));
        assertThat(term().breached()).isFalse();
        assertThat(term().dueAt()).isEqualTo(OWN_DUE);
    }
}
