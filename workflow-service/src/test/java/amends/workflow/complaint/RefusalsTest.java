package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.promise;
import static amends.workflow.complaint.Commands.reply;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.AcceptProposal;
import amends.contracts.complaint.ComplaintCommand.AppealReview;
import amends.contracts.complaint.ComplaintCommand.Approve;
import amends.contracts.complaint.ComplaintCommand.ConfirmMerge;
import amends.contracts.complaint.ComplaintCommand.KeepPromise;
import amends.contracts.complaint.ComplaintCommand.MergeInto;
import amends.contracts.complaint.ComplaintCommand.RecordFollowUp;
import amends.contracts.complaint.ComplaintCommand.Reopen;
import amends.contracts.complaint.ComplaintCommand.ReviewQuality;
import amends.contracts.complaint.ComplaintCommand.SeparateCustomer;
import amends.contracts.complaint.ComplaintCommand.TakeInDuplicate;
import amends.contracts.complaint.ComplaintCommand.UndoMerge;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.Refusal;
import amends.contracts.complaint.Refusal.Rule;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.quality.ReviewAnswer;
import amends.contracts.quality.ReviewId;
import amends.contracts.quality.ServiceSign;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Whoever is refused learns by which rule, why, and what is possible instead.
class RefusalsTest {

    private static final ComplaintId OTHER = new ComplaintId("7ZZZ00000001");

    private record Told(Refusal refusal, Complaint state) {}

    private final Map<Rule, Told> refusals = new EnumMap<>(Rule.class);

    private static Case begun() {
        return new Case().given(contact("first", "It broke"));
    }

    private static Case closed() {
        return begun().given(Commands.close(ClosingReason.WITHDRAWN));
    }

    private static Case merging() {
        return begun().given(new MergeInto(OTHER));
    }

    private static Case merged() {
        Case merging = merging();
        long request = merging.state().links().merge().request();
        return merging.given(new ConfirmMerge(OTHER, request, null));
    }

    /// Under the id of its first contact.
    private static Case oftenToldAgain() {
        Case complaint = new Case().given(told("At first"));
        for (int i = 1; i < Repetition.MOST_VERSIONS; i++) {
            complaint = complaint.given(told("Version " + i));
        }
        return complaint;
    }

    private static ComplaintCommand told(String words) {
        return Commands.contact("first", words);
    }

    private static Case proposed() {
        return begun().given(Commands.clarify(), Commands.assess(), Commands.propose());
    }

    private static Case followedUp() {
        return begun().given(Commands.resolve(true), new RecordFollowUp(1));
    }

    private static TakeInDuplicate takeIn() {
        return new TakeInDuplicate(OTHER, 3, 1, List.of(), null);
    }

    private void refuses(Rule rule, Case complaint, ComplaintCommand command) {
        Refusal refusal = complaint.refuses(command);
        assertThat(refusal.rule()).as("refusal of %s", command).isEqualTo(rule);
        refusals.put(rule, new Told(refusal, complaint.state()));
    }

    @BeforeEach
    void walk() {
        refuses(Rule.UNKNOWN_COMPLAINT, new Case(), reply("Hello"));
        refuses(Rule.CLOSED, closed(), reply("Hello"));
        refuses(Rule.NOT_RESOLVED, begun(), new Reopen(ReopeningReason.AGENT_DECISION));
        refuses(Rule.ALREADY_RESOLVED, begun().given(Commands.resolve(true)), Commands.clarify());
        refuses(Rule.NOT_CLARIFIED, begun(), Commands.assess());
        refuses(Rule.NOT_ASSESSED, begun().given(Commands.clarify()), Commands.propose());
        refuses(Rule.NO_OPEN_PROPOSAL, begun(), new AcceptProposal());
        refuses(Rule.PROPOSAL_NOT_ACCEPTED, proposed(), Commands.resolve(false));
        refuses(
                Rule.REMEDY_NOT_EXECUTED,
                proposed().given(new AcceptProposal()),
                Commands.resolve(true));
        refuses(Rule.UNKNOWN_PROMISE, begun(), new KeepPromise(new PromiseId("none")));
        refuses(Rule.PROMISE_DUE_IN_THE_PAST, begun(), promise(Case.START.minusSeconds(1)));
        refuses(Rule.NO_SUCH_FOLLOW_UP, followedUp(), Commands.answer(2, true));
        refuses(
                Rule.ALREADY_ANSWERED,
                followedUp().given(Commands.answer(1, true)),
                Commands.answer(1, false));
        refuses(Rule.REASON_MISSING, begun(), reply(" "));
        refuses(
                Rule.ALREADY_OWNED,
                begun().given(Commands.assign("sato")),
                Commands.assign("chen"));
        walkThroughAuthority();
        refuses(Rule.MERGED, merged(), reply("Hello"));
        refuses(Rule.NOTHING_CORRECTED, begun(), Commands.correction(0));
        refuses(Rule.TOO_MANY_VERSIONS, oftenToldAgain(), told("One more"));
        refuses(
                Rule.ALREADY_HIS_OWN,
                new Case().given(Commands.fromNobody("first")),
                new SeparateCustomer(Commands.text("His son")));
        refuses(Rule.NOT_MERGED, merging(), new UndoMerge(Commands.text("Two matters")));
        refuses(Rule.MERGE_PENDING, merging(), Commands.resolve(true));
        refuses(Rule.MERGE_INTO_ITSELF, begun(), new MergeInto(Case.ID));
        refuses(Rule.HAS_DUPLICATES, begun().given(takeIn()), new MergeInto(OTHER));
        refuses(
                Rule.OPEN_PROMISES,
                begun().given(promise(Case.START.plus(Duration.ofDays(1)))),
                new MergeInto(OTHER));
        Case unborn = new Case();
        Refusal unknown = Errand.told(unborn.refuses(takeIn()));
        refusals.put(unknown.rule(), new Told(unknown, unborn.state()));
        refuses(Rule.SURVIVOR_CLOSED, closed(), takeIn());
        refuses(Rule.SURVIVOR_MERGED, merged(), takeIn());
        Complaint state = begun().state();
        refusals.put(Rule.STALE_VERSION, new Told(stale(state), state));
    }

    private void walkThroughAuthority() {
        Actor supervisor = Actor.agent(new AgentId("tanaka"));
        Case assessed = begun().given(Commands.clarify(), Commands.assess());
        refuses(Rule.AMOUNT_OUT_OF_RANGE, assessed, Commands.propose("-1"));
        refuses(Rule.NOTHING_TO_APPROVE, assessed, new Approve());
        Case waiting = assessed.given(Commands.propose("30001"));
        refuses(Rule.OWN_PROPOSAL, waiting, new Approve());
        refuses(Rule.NOT_ENTITLED, waiting.by(Actor.agent(new AgentId("chen"))), new Approve());
        refuses(Rule.OWN_WORK, begun(), review(Case.SATO));
        refuses(
                Rule.UNKNOWN_REVIEW,
                begun(),
                new AppealReview(new ReviewId("none"), Commands.text("Why?")));
        Case reviewed = begun().by(supervisor).given(review(Case.SATO));
        ReviewId id = reviewed.state().work().reviews().given().getFirst().id();
        refuses(
                Rule.NOT_THE_REVIEWED,
                reviewed,
                new AppealReview(id, Commands.text("He was right")));
    }

    private static ReviewQuality review(AgentId agent) {
        return new ReviewQuality(
                agent, List.of(new ReviewAnswer(ServiceSign.EXCUSES, true, null)), null);
    }

    private static Refusal stale(Complaint state) {
        Occasion occasion = new Occasion(Case.START, Actor.agent(Case.SATO), Case.POLICIES);
        Decision decision =
                new ComplaintDecider().decide(reply("Hello"), state, occasion, state.version() - 1);
        return ((Decision.Refused) decision).refusal();
    }

    @Test
    void eachRuleCanRefuse() {
        assertThat(refusals.keySet()).containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void eachSaysWhyAndWhatToDoInstead() {
        refusals.forEach(
                (rule, told) ->
                        assertThat(told.refusal().explanation().value())
                                .as("%s: a reason, and then what to do", rule)
                                .matches("(?s).{10,}[;:,].{5,}"));
    }

    /// What is offered the procedure lets through; it may still be refused for its content.
    @Test
    void eachOffersWhatTheProcedureAllowsNow() {
        refusals.forEach(
                (rule, told) -> {
                    assertThat(told.refusal().allowed()).as("after %s", rule).isNotEmpty();
                    for (Class<?> type : ComplaintCommand.class.getPermittedSubclasses()) {
                        Class<? extends ComplaintCommand> command =
                                type.asSubclass(ComplaintCommand.class);
                        boolean possible = Procedure.unmet(command, told.state()).isEmpty();
                        assertThat(told.refusal().allowed().contains(CommandName.of(command)))
                                .as("%s offered after %s", command.getSimpleName(), rule)
                                .isEqualTo(
                                        possible
                                                && !ComplaintCommand.OfPlatform.class
                                                        .isAssignableFrom(command));
                    }
                });
    }

    @Test
    void ofAMergedComplaintOnlyTheUndoingIsOfferedToPeople() {
        assertThat(refusals.get(Rule.MERGED).refusal().allowed())
                .contains(new CommandName("undo-merge"))
                .doesNotContain(new CommandName("reply"), new CommandName("resolve"));
    }
}
