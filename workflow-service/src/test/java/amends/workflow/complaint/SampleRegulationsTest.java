package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;
import amends.workflow.sla.ClockRule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Map;

/// The clocks of laws and standards that ship as samples, counted over Christmas in London.
class SampleRegulationsTest {

    /// A Wednesday afternoon.
    private static final String RECEIVED = "2026-12-09T15:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "regulation.final-response-8-weeks, final-response, 2027-02-04T00:00:00Z",
        "regulation.final-response-8-weeks, short-path, 2026-12-15T00:00:00Z",
        "regulation.payments-15-35-business-days, payment-answer, 2027-01-05T00:00:00Z",
        "regulation.payments-15-35-business-days, payment-final, 2027-02-02T00:00:00Z",
        "regulation.finance-portal-15-60-days, portal-response, 2026-12-25T00:00:00Z",
        "regulation.finance-portal-15-60-days, portal-final, 2027-02-08T00:00:00Z",
        "regulation.public-body-10-20-working-days, stage-one, 2026-12-24T00:00:00Z"
    })
    void countByTheirLaw(String sample, String clock, Instant due) {
        Policies policies = policies(sample);
        assertThat(policies.sla().clocks())
                .extracting(ClockRule::course)
                .allSatisfy(
                        course -> assertThat(course.family()).isEqualTo(ClockFamily.REGULATORY));
        Case complaint = new Case().under(policies).at(RECEIVED).given(contact("first", "No"));
        assertThat(complaint.state().clock(new ClockName(clock)).orElseThrow().dueAt())
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource("regulation.public-body-10-20-working-days, stage-two, 2027-01-14T00:00:00Z")
    void theSecondStageBeginsWithTheReopening(String sample, String clock, Instant due) {
        Case complaint = new Case().under(policies(sample)).at("2026-12-01T10:00:00Z");
        complaint.given(contact("first", "No"), resolve(true));
        assertThat(complaint.state().clocks()).isEmpty();
        complaint.at("2026-12-11T10:00:00Z").given(contact("second", "Still no"));
        assertThat(complaint.state().clock(new ClockName(clock)).orElseThrow().dueAt())
                .isEqualTo(due);
    }

    private static Policies policies(String sample) {
        return PoliciesForTests.withClocks(
                PoliciesForTests.sample(sample).get("clocks"),
                Map.of("calendar.legal", PoliciesForTests.sample("calendar.legal")));
    }
}
