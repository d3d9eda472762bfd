package amends.workflow.sla;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.policy.PolicyName;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import java.util.List;
import java.util.Set;

/// What a clock measures: from which events until which, and which interrupt it. Without a target
/// it is a measure and promises nothing.
///
/// @param notWhile it does not start while one of these clocks runs
public record Course(
        ClockName clock,
        ClockFamily family,
        PolicyName calendar,
        List<Trigger> startsOn,
        List<Trigger> pausesOn,
        List<Trigger> resumesOn,
        List<Trigger> metOn,
        List<Trigger> cancelledOn,
        Set<ClockName> notWhile) {

    public Course {
        startsOn = List.copyOf(startsOn);
        pausesOn = List.copyOf(pausesOn);
        resumesOn = List.copyOf(resumesOn);
        metOn = List.copyOf(metOn);
        cancelledOn = List.copyOf(cancelledOn);
        notWhile = Set.copyOf(notWhile);
        refuseIf(startsOn.isEmpty(), clock, "name the events that start it: startsOn");
        refuseIf(metOn.isEmpty(), clock, "name the events that it waits for: metOn");
        refuseIf(
                family == ClockFamily.REGULATORY && !pausesOn.isEmpty(),
                clock,
                "a regulatory clock never pauses; leave pausesOn out");
        refuseIf(
                !pausesOn.isEmpty() && resumesOn.isEmpty(),
                clock,
                "name the events after which it goes on: resumesOn");
    }

    static void refuseIf(boolean wrong, ClockName clock, String correction) {
        if (wrong) {
            throw new IllegalArgumentException("clock " + clock + ": " + correction);
        }
    }

    public boolean startsOn(ComplaintEvent event, Actor actor) {
        return any(startsOn, event, actor);
    }

    boolean pausesOn(ComplaintEvent event, Actor actor) {
        return any(pausesOn, event, actor);
    }

    boolean pausesWhile(Waiting waiting) {
        return pausesOn.stream().anyMatch(trigger -> trigger.lastsWhile(waiting));
    }

    boolean resumesOn(ComplaintEvent event, Actor actor) {
        return any(resumesOn, event, actor);
    }

    boolean metOn(ComplaintEvent event, Actor actor) {
        return any(metOn, event, actor);
    }

    boolean cancelledOn(ComplaintEvent event, Actor actor) {
        return any(cancelledOn, event, actor);
    }

    private static boolean any(List<Trigger> triggers, ComplaintEvent event, Actor actor) {
        for (Trigger trigger : triggers) {
            if (trigger.isPulledBy(event, actor)) {
                return true;
            }
        }
        return false;
    }
}
