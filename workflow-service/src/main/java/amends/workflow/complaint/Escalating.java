package amends.workflow.complaint;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand.EscalateClock;
import amends.contracts.complaint.ComplaintEvent.ClockEscalated;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.personal.FreeText;
import amends.contracts.sla.ClockStep;
import amends.contracts.sla.EscalationAction;
import amends.workflow.priority.News;
import amends.workflow.sla.RunningClock;

import java.util.Objects;

/// What follows when a clock reaches a level of its escalation.
final class Escalating {

    private Escalating() {}

    /// Colleagues are told by whoever hears the event; giving the complaint back to its queue and
    /// raising its priority is done here.
    static void follow(EscalateClock command, Unfolding then) {
        RunningClock clock = then.state().clock(command.clock()).orElseThrow();
        ClockStep step = Objects.requireNonNull(clock.nextStep());
        Place place = then.state().place();
        AgentId owner = then.state().owner();
        then.happens(
                new ClockEscalated(
                        clock.clock(),
                        clock.dueAt(),
                        step.percent(),
                        step.actions(),
                        place == null ? null : place.queue(),
                        owner));
        if (!then.state().status().isOpen()) {
            return;
        }
        if (step.actions().contains(EscalationAction.REASSIGN) && owner != null) {
            FreeText reason =
                    new FreeText(
                            "%d %% of the time for %s is over"
                                    .formatted(step.percent(), clock.clock()));
            then.happens(new ComplaintHandedOver(owner, null, reason));
        }
        ComplaintDecider.change(
                then,
                step.actions().contains(EscalationAction.RAISE_PRIORITY)
                        ? News.ESCALATED
                        : News.NONE);
    }
}
