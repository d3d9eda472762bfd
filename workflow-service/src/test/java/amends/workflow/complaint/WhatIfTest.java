package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.resolve;
import static amends.workflow.complaint.Commands.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;
import amends.workflow.sla.Breaches;
import amends.workflow.sla.ClockRule;
import amends.workflow.sla.Ledger;
import amends.workflow.sla.LedgerFold;
import amends.workflow.sla.Preview;
import amends.workflow.sla.WhatIf;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Whoever changes a policy sees first what it would have changed.
class WhatIfTest {

    private static final ClockName RESOLUTION = new ClockName("resolution");
    private static final WhatIf NOTHING = new WhatIf(List.of(), List.of());

    private final Case complaint = new Case();

    private static Policies within(String clock, String target) {
        return PoliciesForTests.withClocks(
                """
                - clock: %s
                  family: SERVICE
                  calendar: calendar.always
                  startsOn: [ComplaintReceived, ComplaintReopened]
                  pausesOn: [WaitingStarted]
                  resumesOn: [WaitingEnded]
                  metOn: [ComplaintResolved]
                  cancelledOn: [ComplaintClosed]
                  warnAt: [50]
                  targets: [{within: %s}]
                """
                        .formatted(clock, target));
    }

    private static Policies within(String target) {
        return within("resolution", target);
    }

    private List<Ledger> ledgers(Policies policies) {
        return LedgerFold.ofAll(
                policies.sla(), policies.calendars(), complaint.log(), complaint.now());
    }

    private WhatIf change(Policies inForce, Policies candidate) {
        return WhatIf.between(ledgers(inForce), ledgers(candidate));
    }

    private void solvedAfter(Duration time) {
        complaint.given(contact("first", "It broke")).after(time).given(resolve(true));
    }

    @Test
    void aStricterPolicyGainsBreachesAndALaxerOneLosesThem() {
        solvedAfter(Duration.ofHours(5));
        assertThat(change(within("PT10H"), within("PT2H")))
                .isEqualTo(new WhatIf(List.of(RESOLUTION), List.of()));
        assertThat(change(within("PT2H"), within("PT10H")))
                .isEqualTo(new WhatIf(List.of(), List.of(RESOLUTION)));
    }

    @Test
    void whatIsInTimeOrLateUnderBothIsNeither() {
        solvedAfter(Duration.ofHours(5));
        assertThat(change(within("PT10H"), within("PT6H"))).isEqualTo(NOTHING);
        assertThat(change(within("PT2H"), within("PT3H"))).isEqualTo(NOTHING);
        assertThat(change(within("PT5H"), within("PT10H")))
                .as("met at the very end is met in time")
                .isEqualTo(NOTHING);
    }

    @Test
    void aClockThatStillRunsCountsUntilNow() {
        complaint.given(contact("first", "It broke")).after(Duration.ofHours(5));
        assertThat(change(within("PT10H"), within("PT2H")).gained()).containsExactly(RESOLUTION);
    }

    @Test
    void pausesCountUnderTheCandidateToo() {
        complaint.given(contact("first", "It broke")).after(Duration.ofHours(1));
        complaint.given(waiting(WaitingFor.PARTS)).after(Duration.ofDays(30));
        complaint.given(resolve(true));
        assertThat(change(within("PT10H"), within("PT2H"))).isEqualTo(NOTHING);
        assertThat(change(within("PT10H"), within("PT30M")).gained()).containsExactly(RESOLUTION);
    }

    @Test
    void eachRunOfAReopenedComplaintCountsForItself() {
        solvedAfter(Duration.ofHours(1));
        complaint.after(Duration.ofDays(7)).given(contact("second", "It broke again"));
        complaint.after(Duration.ofHours(5)).given(resolve(true));
        assertThat(change(within("PT10H"), within("PT3H")).gained()).containsExactly(RESOLUTION);
        assertThat(change(within("PT10H"), within("PT30M")).gained())
                .containsExactly(RESOLUTION, RESOLUTION);
        assertThat(change(within("PT30M"), within("PT3H")).lost()).containsExactly(RESOLUTION);
    }

    @Test
    void aClockOfTheCandidateAloneCanOnlyGainAndADroppedOneOnlyLose() {
        solvedAfter(Duration.ofHours(5));
        assertThat(change(within("old", "PT2H"), within("new", "PT2H")))
                .isEqualTo(
                        new WhatIf(List.of(new ClockName("new")), List.of(new ClockName("old"))));
    }

    @Test
    void anotherCalendarCountsOtherHours() {
        complaint.given(contact("first", "It broke")).after(Duration.ofHours(30));
        Policies closed =
                PoliciesForTests.with(
                        "calendar.always", "{zone: UTC, week: {SUNDAY: ['00:00-01:00']}}");
        assertThat(change(Case.POLICIES, closed).lost())
                .containsExactly(new ClockName("acknowledgement"));
    }

    @Test
    void measuresWithoutATargetAreLeftOut() {
        complaint.given(contact("first", "It broke")).after(Duration.ofDays(3_000));
        assertThat(ledgers(Case.POLICIES))
                .extracting(Ledger::clock)
                .containsExactlyElementsOf(
                        Case.POLICIES.sla().clocks().stream().map(ClockRule::clock).toList());
    }

    @Test
    void theSumIsToldInTotalByQueueAndByClockWithSomeExamples() {
        Preview preview = new Preview();
        QueueName general = new QueueName("general");
        QueueName vip = new QueueName("vip");
        WhatIf late = new WhatIf(List.of(RESOLUTION, RESOLUTION), List.of());
        for (int i = 0; i < 7; i++) {
            preview.add(reference(i), general, late);
        }
        preview.add(reference(7), vip, new WhatIf(List.of(), List.of(RESOLUTION)));
        preview.add(reference(8), new QueueName("calm"), NOTHING);
        preview.add(reference(9), null, late);

        assertThat(preview.complaints()).isEqualTo(10);
        assertThat(preview.total().gained())
                .isEqualTo(
                        new Breaches(
                                16,
                                8,
                                IntStream.range(0, 5).mapToObj(WhatIfTest::reference).toList()));
        assertThat(preview.byQueue()).containsOnlyKeys(general, vip);
        assertThat(preview.byQueue().get(general).gained().breaches()).isEqualTo(14);
        assertThat(preview.byQueue().get(general).lost().examples()).isEmpty();
        assertThat(preview.byQueue().get(vip).lost())
                .isEqualTo(new Breaches(1, 1, List.of(reference(7))));
        assertThat(preview.byClock()).containsOnlyKeys(RESOLUTION);
        assertThat(preview.byClock().get(RESOLUTION).lost().complaints()).isEqualTo(1);
    }

    private static ComplaintReference reference(int i) {
        return new ComplaintId("0123456789A" + i).reference();
    }
}
