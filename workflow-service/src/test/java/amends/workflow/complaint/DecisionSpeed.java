package amends.workflow.complaint;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.WaitingFor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.time.Instant;
import java.util.List;

/// How many commands a core decides and folds in a second, under the shipped policies.
@State(Scope.Benchmark)
public class DecisionSpeed {

    private static final int COMMANDS_OF_A_LIFE = 18;
    private static final String TEXT =
            "The washing machine stops before the spin cycle every single time. I have followed the"
                + " manual exactly, cleaned the filter, levelled the feet and called your line"
                + " twice, where I waited for half an hour. Please send somebody or replace it, we"
                + " have two small children and laundry every day.";

    private final ComplaintDecider decider = new ComplaintDecider();
    private final Actor agent = Actor.agent(Case.SATO);
    private final ComplaintCommand contact = Commands.contact("first", TEXT);
    private final List<ComplaintCommand> life =
            List.of(
                    contact,
                    new ComplaintCommand.Acknowledge(),
                    Commands.assign("sato"),
                    Commands.reply("We look into it at once"),
                    Commands.clarify(),
                    Commands.promise(Case.START.plusSeconds(86_400)),
                    Commands.assess(),
                    Commands.waiting(WaitingFor.CUSTOMER),
                    Commands.contact("second", TEXT),
                    Commands.reply("Thank you, now we know"),
                    Commands.waiting(WaitingFor.SUPPLIER),
                    new ComplaintCommand.EndWaiting(),
                    Commands.propose(),
                    new ComplaintCommand.AcceptProposal(),
                    Commands.execute(),
                    Commands.resolve(false),
                    new ComplaintCommand.RecordFollowUp(1),
                    Commands.answer(1, true));

    /// The whole way of a complaint; each of its commands counts as one.
    @Benchmark
    @OperationsPerInvocation(COMMANDS_OF_A_LIFE)
    public Complaint everyCommandOfALife() {
        Complaint state = Complaint.unborn(Case.ID);
        Instant now = Case.START;
        for (ComplaintCommand command : life) {
            now = now.plusSeconds(600);
            state = decided(command, state, now);
        }
        return state;
    }

    /// The dearest command: priority, words, queue and all clocks.
    @Benchmark
    public Complaint firstContact() {
        return decided(contact, Complaint.unborn(Case.ID), Case.START);
    }

    private Complaint decided(ComplaintCommand command, Complaint before, Instant now) {
        Decision decision =
                decider.decide(command, before, new Occasion(now, agent, Case.POLICIES));
        return switch (decision) {
            case Decision.Accepted accepted -> folded(accepted.events(), before, now);
            case Decision.Refused refused ->
                    throw new IllegalStateException(command + ": " + refused.refusal());
        };
    }

    private Complaint folded(List<ComplaintEvent> events, Complaint before, Instant now) {
        Complaint state = before;
        for (ComplaintEvent event : events) {
            state =
                    state.evolve(
                            new RecordedEvent(
                                    Case.ID, state.version() + 1, now, agent, null, event));
        }
        return state;
    }
}
