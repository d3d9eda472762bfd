package amends.workflow.complaint;

import amends.contracts.complaint.Actor;
import amends.workflow.policy.Policies;

import java.time.Instant;

/// When and by whom something is wished, and the policies in force then.
public record Occasion(Instant at, Actor actor, Policies policies) {

    boolean isAutomatic() {
        return actor.kind() == Actor.Kind.AUTOMATION;
    }
}
