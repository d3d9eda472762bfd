package amends.workflow.stream;

import amends.contracts.complaint.Actor;

/// The automatic actors that speak through this service.
final class Automations {

    static final Actor DISPATCHER = Actor.automation("dispatcher");
    static final Actor TIMER = Actor.automation("timer");
    static final Actor INTAKE = Actor.automation("intake");
    static final Actor NOTIFICATION = Actor.automation("notification");
    static final Actor ANALYTICS = Actor.automation("analytics");

    private Automations() {}
}
