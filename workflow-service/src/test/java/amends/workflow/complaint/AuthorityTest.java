package amends.workflow.complaint;

import static amends.workflow.complaint.Case.SATO;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.authority.ApprovalReason;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.Refusal.Rule;
import amends.workflow.authority.AuthorityPolicy;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Nothing is promised, and so nothing carried out, beyond what its proposer may promise alone.
class AuthorityTest {

    private static final Actor PROPOSER = Actor.agent(SATO);
    private static final Actor TANAKA = Actor.agent(new AgentId("tanaka"));
    private static final Actor JOHNSON = Actor.agent(new AgentId("johnson"));
    private static final Actor LI = Actor.agent(new AgentId("li"));
    private static final ComplaintCommand APPROVE = new ComplaintCommand.Approve();

    private static Case assessed() {
        return new Case()
                .given(Commands.contact("1", "It broke"), Commands.clarify(), Commands.assess());
    }

    @Test
    void withinTheLimitItIsProposedAtOnce() {
        assertThat(assessed().accepts(Commands.propose("30000")))
                .hasAtLeastOneElementOfType(SolutionProposed.class)
                .doesNotHaveAnyElementsOfTypes(ApprovalRequested.class);
    }

    @Test
    void beyondItTheCustomerHearsNothingBeforeItIsApproved() {
        Case complaint = assessed();
        List<ComplaintEvent> events = complaint.accepts(Commands.propose("30001"));
        assertThat(events)
                .hasAtLeastOneElementOfType(ApprovalRequested.class)
                .doesNotHaveAnyElementsOfTypes(SolutionProposed.class);
        assertThat(complaint.refuses(new ComplaintCommand.AcceptProposal()).rule())
                .isEqualTo(Rule.NO_OPEN_PROPOSAL);
        assertThat(complaint.refuses(Commands.execute()).rule())
                .isEqualTo(Rule.PROPOSAL_NOT_ACCEPTED);
        assertThat(complaint.by(TANAKA).accepts(APPROVE))
                .hasAtLeastOneElementOfType(ApprovalGranted.class)
                .hasAtLeastOneElementOfType(SolutionProposed.class);
        assertThat(complaint.accepts(APPROVE)).isEmpty();
    }

    @Test
    void nobodyApprovesHisOwnNorWithoutAuthority() {
        Case own = assessed().by(TANAKA).given(Commands.propose("100001"));
        assertThat(own.refuses(APPROVE).rule()).isEqualTo(Rule.OWN_PROPOSAL);
        assertThat(own.by(PROPOSER).refuses(APPROVE).rule()).isEqualTo(Rule.NOT_ENTITLED);
        assertThat(own.by(Actor.automation("bot")).refuses(APPROVE).rule())
                .isEqualTo(Rule.NOT_ENTITLED);
    }

    @Test
    void aboveTheSecondLimitTwoPeopleMustApprove() {
        Case complaint = assessed().given(Commands.propose("200001"));
        assertThat(complaint.by(JOHNSON).accepts(APPROVE))
                .doesNotHaveAnyElementsOfTypes(SolutionProposed.class);
        assertThat(complaint.accepts(APPROVE)).isEmpty();
        assertThat(complaint.by(LI).accepts(APPROVE))
                .hasAtLeastOneElementOfType(SolutionProposed.class);
    }

    @Test
    void aPaymentInSeveralPartsIsOnePayment() {
        Case complaint =
                assessed()
                        .given(
                                Commands.propose("20000"),
                                new ComplaintCommand.AcceptProposal(),
                                Commands.execute());
        assertThat(complaint.accepts(Commands.propose("10001")))
                .filteredOn(ApprovalRequested.class::isInstance)
                .singleElement()
                .extracting(event -> ((ApprovalRequested) event).reasons().first())
                .isEqualTo(ApprovalReason.SPLIT_WITHIN_COMPLAINT);
    }

    @Test
    void whatIsCarriedOutMeanwhileMustBeKnownToWhoeverApproves() {
        Case complaint =
                assessed()
                        .given(
                                Commands.propose("30000"),
                                new ComplaintCommand.AcceptProposal(),
                                Commands.propose("190000"),
                                Commands.execute());
        assertThat(complaint.by(JOHNSON).refuses(APPROVE).rule())
                .isEqualTo(Rule.NOTHING_TO_APPROVE);
        assertThat(complaint.by(PROPOSER).accepts(Commands.propose("190000")))
                .filteredOn(ApprovalRequested.class::isInstance)
                .singleElement()
                .extracting(event -> ((ApprovalRequested) event).approvals())
                .isEqualTo(2);
    }

    @Test
    void whatTheCustomerWasGrantedElsewhereCounts() {
        ComplaintCommand.ProposeSolution proposal = Commands.propose("10000");
        BigDecimal elsewhere = new BigDecimal("50001");
        assertThat(
                        assessed()
                                .accepts(
                                        new ComplaintCommand.WeighProposal(
                                                proposal.remedy(),
                                                proposal.explanation(),
                                                elsewhere)))
                .filteredOn(ApprovalRequested.class::isInstance)
                .singleElement()
                .extracting(event -> ((ApprovalRequested) event).reasons().first())
                .isEqualTo(ApprovalReason.BEYOND_CUSTOMER_LIMIT);
    }

    @Test
    void whatIsRefusedIsNotPromised() {
        ComplaintCommand refuse = new ComplaintCommand.RefuseApproval(Commands.text("Repair it"));
        Case complaint = assessed().given(Commands.propose("30001"));
        assertThat(complaint.refuses(refuse).rule()).isEqualTo(Rule.OWN_PROPOSAL);
        assertThat(complaint.by(TANAKA).accepts(refuse))
                .hasAtLeastOneElementOfType(ComplaintEvent.ApprovalRefused.class);
        assertThat(complaint.accepts(refuse)).isEmpty();
        assertThat(complaint.refuses(APPROVE).rule()).isEqualTo(Rule.NOTHING_TO_APPROVE);
    }

    @Test
    void amountsThatCanNotBeAddedUpAreRefused() {
        for (String amount : List.of("-1", "1E+999999999", "1E-999999999")) {
            assertThat(assessed().refuses(Commands.propose(amount)).rule())
                    .isEqualTo(Rule.AMOUNT_OUT_OF_RANGE);
        }
    }

    @Test
    void authorityIsHeldFromADayOnAsTheHouseCountsDays() {
        Instant newYearInTokyo = Instant.parse("2025-12-31T15:00:00Z");
        AuthorityPolicy policy = Case.POLICIES.authority();
        assertThat(policy.entitled(newYearInTokyo.minusMillis(1))).isEmpty();
        assertThat(policy.entitled(newYearInTokyo))
                .extracting(holder -> holder.agent().value())
                .contains("tanaka", "johnson");
    }

    @Test
    void aPromiseIsRenewedInTimeOnly() {
        Case complaint = assessed().given(Commands.promise(Case.START.plus(Duration.ofHours(2))));
        PromiseId promise = complaint.state().promises().getFirst().id();
        ComplaintCommand later =
                new ComplaintCommand.RenewPromise(
                        promise, Commands.text("Late"), Case.START.plus(Duration.ofHours(5)));
        assertThat(complaint.accepts(later)).isNotEmpty();
        assertThat(complaint.accepts(later)).isEmpty();
        ComplaintCommand tooLate =
                new ComplaintCommand.RenewPromise(
                        promise, Commands.text("Late"), Case.START.plus(Duration.ofDays(9)));
        assertThat(complaint.after(Duration.ofHours(6)).refuses(tooLate).rule())
                .isEqualTo(Rule.PROMISE_DUE_IN_THE_PAST);
    }
}
