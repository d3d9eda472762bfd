package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.Outcome.WhyNothing;
import amends.contracts.routing.DispatchEvent.NextWished;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.RecordedDispatch;
import amends.workflow.stream.Agents;
import amends.workflow.stream.CommandSender;
import amends.workflow.stream.CommandSender.Answer;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// "Give me the next one": an agent asks and gets the longest-deserving complaint that he can take.
@RestController
class NextController {

    /// How often he asks again when somebody else was faster.
    private static final int MOST_ATTEMPTS = 3;

    private final Agents agents;
    private final CommandSender sender;
    private final Decisions decisions;
    private final Clock clock;

    NextController(Agents agents, CommandSender sender, Decisions decisions, Clock clock) {
        this.agents = agents;
        this.sender = sender;
        this.decisions = decisions;
        this.clock = clock;
    }

    /// The complaint that the agent is responsible for now, or why there is none.
    record NextAnswer(
            @Nullable ComplaintId complaintId,
            @Nullable ComplaintReference reference,
            @Nullable WhyNothing why,
            String explanation) {

        static NextAnswer given(ComplaintId id) {
            return new NextAnswer(id, id.reference(), null, "You are responsible for it now.");
        }

        static NextAnswer nothing(WhyNothing why) {
            String explanation =
                    switch (why) {
                        case NOT_THERE ->
                                "You are not present, or off your shift: say that you are present.";
                        case NO_ROOM -> "You have as many as you can have: finish one first.";
                        case NOTHING_WAITS -> "Nothing waits.";
                        case NOTHING_FOR_HIM ->
                                "What waits needs other skills, is of a kind that you have no room"
                                        + " for, or is kept for its earlier owner for a while.";
                    };
            return new NextAnswer(null, null, why, explanation);
        }
    }

    @PostMapping("/agents/{id}/next")
    NextAnswer next(@PathVariable AgentId id) throws InterruptedException {
        List<PoolName> pools = agents.poolsOf(id);
        if (pools.isEmpty()) {
            throw Problems.unknownAgent(id);
        }
        NextAnswer answer = NextAnswer.nothing(WhyNothing.NOTHING_WAITS);
        for (PoolName pool : pools) {
            NextAnswer here = next(id, pool);
            if (here.complaintId() != null) {
                return here;
            }
            answer = here.why() == WhyNothing.NOTHING_WAITS ? answer : here;
        }
        return answer;
    }

    private NextAnswer next(AgentId agent, PoolName pool) throws InterruptedException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Answer answer = ask(agent, pool);
            ComplaintId complaint = answer.outcome().complaintId();
            if (answer.outcome().outcome() instanceof Outcome.NothingNext(WhyNothing why)) {
                return NextAnswer.nothing(why);
            }
            if (answer.outcome().outcome() instanceof Outcome.Accepted && complaint != null) {
                return NextAnswer.given(complaint);
            }
        }
        return NextAnswer.nothing(WhyNothing.NOTHING_WAITS);
    }

    private Answer ask(AgentId agent, PoolName pool) throws InterruptedException {
        CorrelationId correlation = new CorrelationId(UUID.randomUUID().toString());
        return decisions.await(
                sender.send(
                        new RecordedDispatch(
                                pool, clock.instant(), new NextWished(agent, correlation)),
                        correlation));
    }
}
