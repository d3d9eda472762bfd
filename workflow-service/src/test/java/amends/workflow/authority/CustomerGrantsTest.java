package amends.workflow.authority;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.authority.Grant;
import amends.contracts.authority.GrantEvent.GrantAsked;
import amends.contracts.authority.GrantEvent.GrantsStand;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand.ProposeSolution;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Remedy;
import amends.contracts.personal.FreeText;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/// What one customer was granted in all his complaints.
class CustomerGrantsTest {

    private static final Instant NOW = Instant.parse("2026-11-09T01:00:00Z");
    private static final Instant SINCE = NOW.minus(Duration.ofDays(90));
    private static final Currency YEN = Currency.getInstance("JPY");
    private static final ComplaintId ONE = new ComplaintId("0123456789AB");
    private static final ComplaintId OTHER = new ComplaintId("7ZZZ00000001");

    private static Grant yen(int amount, Instant at) {
        return new Grant(BigDecimal.valueOf(amount), YEN, at);
    }

    private static GrantAsked asked(ComplaintId complaint, String correlation, int amount) {
        Grant grant = yen(amount, NOW);
        return new GrantAsked(
                grant,
                new CommandRequest(
                        complaint,
                        new CorrelationId(correlation),
                        NOW,
                        Actor.agent(new AgentId("sato")),
                        null,
                        new ProposeSolution(
                                new Remedy.Material(
                                        Remedy.MaterialKind.REFUND, grant.amount(), YEN),
                                new FreeText("We pay it back"))));
    }

    private static int elsewhere(CustomerGrants ledger, ComplaintId complaint) {
        return ledger.elsewhere(complaint, YEN, SINCE).intValueExact();
    }

    @Test
    void whatOtherComplaintsGrantCountsUntilThePeriodIsOver() {
        CustomerGrants ledger =
                CustomerGrants.NONE.with(
                        OTHER,
                        new GrantsStand(
                                null,
                                List.of(
                                        yen(5, SINCE.minusMillis(1)),
                                        yen(70, SINCE),
                                        new Grant(
                                                BigDecimal.valueOf(900),
                                                Currency.getInstance("USD"),
                                                NOW))));
        assertThat(elsewhere(ledger, ONE)).isEqualTo(70);
        assertThat(elsewhere(ledger, OTHER)).as("a complaint knows its own grants").isZero();
    }

    @Test
    void twoProposalsAtTheSameTimeSeeEachOther() {
        CustomerGrants ledger = CustomerGrants.NONE.with(asked(ONE, "a", 40));
        assertThat(elsewhere(ledger, OTHER)).isEqualTo(40);
        CustomerGrants both = ledger.with(asked(OTHER, "b", 3));
        assertThat(elsewhere(both, ONE)).isEqualTo(3);
    }

    @Test
    void whatWasRefusedCountsNoMore() {
        CustomerGrants asked = CustomerGrants.NONE.with(asked(ONE, "a", 40));
        CustomerGrants settled =
                asked.with(ONE, new GrantsStand(new CorrelationId("a"), List.of()));
        assertThat(settled).isEqualTo(CustomerGrants.NONE);
    }

    @Test
    void whatWasDecidedCountsOnceAndInPlaceOfWhatWasBefore() {
        CustomerGrants ledger =
                CustomerGrants.NONE
                        .with(ONE, new GrantsStand(null, List.of(yen(7, NOW))))
                        .with(asked(ONE, "a", 40))
                        .with(ONE, new GrantsStand(new CorrelationId("a"), List.of(yen(40, NOW))));
        assertThat(elsewhere(ledger, OTHER)).isEqualTo(40);
    }

    @Test
    void whatCountsNoMoreIsForgotten() {
        CustomerGrants ledger =
                CustomerGrants.NONE
                        .with(
                                ONE,
                                new GrantsStand(
                                        null, List.of(yen(5, SINCE.minusMillis(1)), yen(7, SINCE))))
                        .with(OTHER, new GrantsStand(null, List.of(yen(9, SINCE.minusMillis(1)))));
        assertThat(ledger.since(SINCE, NOW).standing())
                .containsOnlyKeys(ONE)
                .containsEntry(ONE, List.of(yen(7, SINCE)));
        assertThat(elsewhere(ledger.since(SINCE, NOW), OTHER)).isEqualTo(elsewhere(ledger, OTHER));
    }

    @Test
    void aQuestionThatIsNeverSettledIsNotCountedForEver() {
        CustomerGrants ledger = CustomerGrants.NONE.with(asked(ONE, "a", 40));
        assertThat(elsewhere(ledger.since(SINCE, NOW), OTHER)).isEqualTo(40);
        assertThat(ledger.since(SINCE, NOW.plusMillis(1))).isEqualTo(CustomerGrants.NONE);
    }
}
