package amends.workflow.routing;

import amends.contracts.complaint.Outcome.WhyNothing;

/// The answer to an agent who asks for the next complaint.
public sealed interface Next {

    record Given(Assignment assignment) implements Next {}

    record Nothing(WhyNothing why) implements Next {}
}
