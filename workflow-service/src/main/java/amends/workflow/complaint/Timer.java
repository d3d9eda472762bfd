package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand;

import java.time.Instant;

/// What time will wish next, and when. Its command is sent as one of [#ACTOR], not before `due`.
public record Timer(Instant due, ComplaintCommand command) {

    /// The name of the automation that sends timers' commands.
    public static final String ACTOR = "timer";
}
