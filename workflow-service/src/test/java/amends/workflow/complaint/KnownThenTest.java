package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.resolve;
import static amends.workflow.complaint.Commands.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.WaitingFor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.sla.BusinessCalendar;
import amends.workflow.sla.Ledger;
import amends.workflow.sla.LedgerFold;
import amends.workflow.sla.PastPolicies;
import amends.workflow.sla.RecordedLedger;
import amends.workflow.sla.SlaPolicy;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A policy changed in between: what was known then, and what is known now.
class KnownThenTest {

    private static final ClockName RESOLUTION = new ClockName("resolution");

    private static final Policies BEFORE = version(1, "PT10H");
    private static final Policies AFTER = version(2, "PT2H");

    private final Case complaint = new Case().under(BEFORE);

    @Test
    void aStricterPolicyMakesNobodyLateInHindsight() {
        complaint.given(contact("first", "It broke")).after(Duration.ofHours(5));
        complaint.under(AFTER).given(resolve(true));
        assertThat(now().runs().getFirst().outcome()).isEqualTo(Ledger.Outcome.MET_LATE);
        Ledger then = then();
        assertThat(then.runs().getFirst().outcome()).isEqualTo(Ledger.Outcome.MET);
        assertThat(then.policy()).isEqualTo(PolicyVersion.parse("sla@1"));
        assertThat(then.runs().getFirst().dueAt()).isEqualTo(Case.START.plus(Duration.ofHours(10)));
        assertThat(then.runs().getFirst().counted()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void aClockThatWentOnUnderAnotherVersionNamesIt() {
        complaint.given(contact("first", "It broke")).after(Duration.ofHours(1));
        complaint.given(waiting(WaitingFor.CUSTOMER)).after(Duration.ofHours(20));
        complaint.under(AFTER).given(contact("second", "Here is the photo"));
        Ledger then = then();
        assertThat(then.policy()).isEqualTo(PolicyVersion.parse("sla@2"));
        assertThat(then.runs().getFirst().dueAt())
                .as("nine of ten hours were left")
                .isEqualTo(complaint.now().plus(Duration.ofHours(9)));
        assertThat(now().runs().getFirst().dueAt())
                .as("one of two hours would have been left")
                .isEqualTo(complaint.now().plus(Duration.ofHours(1)));
    }

    @Test
    void aClockThatNeverRanHasNoAccountAndALostVersionIsNamed() {
        complaint.given(contact("first", "It broke"));
        assertThat(
                        RecordedLedger.of(
                                new ClockName("first-resolution"),
                                all(),
                                complaint.log(),
                                complaint.now()))
                .isEmpty();
        assertThatThrownBy(
                        () ->
                                RecordedLedger.of(
                                        RESOLUTION,
                                        of(List.of()),
                                        complaint.log(),
                                        complaint.now()))
                .hasMessageContaining("sla@1");
    }

    private Ledger then() {
        return RecordedLedger.of(RESOLUTION, all(), complaint.log(), complaint.now()).orElseThrow();
    }

    private Ledger now() {
        return LedgerFold.of(
                        RESOLUTION,
                        AFTER.sla(),
                        AFTER.calendars(),
                        complaint.log(),
                        complaint.now())
                .orElseThrow();
    }

    private static PastPolicies all() {
        return of(List.of(BEFORE, AFTER));
    }

    static PastPolicies of(List<Policies> versions) {
        return new PastPolicies() {
            @Override
            public Optional<SlaPolicy> policy(PolicyVersion version) {
                return versions.stream()
                        .map(Policies::sla)
                        .filter(sla -> sla.version().equals(version))
                        .findFirst();
            }

            @Override
            public Optional<BusinessCalendar> calendar(PolicyVersion version) {
                return versions.stream()
                        .flatMap(each -> each.calendars().byName().values().stream())
                        .filter(calendar -> calendar.version().equals(version))
                        .findFirst();
            }
        };
    }

    private static Policies version(int version, String target) {
        Map<PolicyName, PublishedPolicy> all = ShippedPolicies.load();
        PublishedPolicy sla = all.remove(Policies.SLA);
        ObjectNode body = (ObjectNode) sla.body();
        body.set("clocks", new YAMLMapper().readTree(clocks(target)));
        all.put(
                Policies.SLA,
                new PublishedPolicy(
                        new PolicyVersion(Policies.SLA, version),
                        sla.publishedAt(),
                        sla.publishedBy(),
                        body));
        return Policies.parse(all);
    }

    private static String clocks(String target) {
        return """
        - clock: resolution
          family: SERVICE
          calendar: calendar.always
          startsOn: [ComplaintReceived, ComplaintReopened]
          pausesOn: [WaitingStarted]
          resumesOn: [WaitingEnded]
          metOn: [ComplaintResolved]
          cancelledOn: [ComplaintClosed]
          warnAt: [75]
          targets: [{within: %s}]
        """
                .formatted(target);
    }
}
