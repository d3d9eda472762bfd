package amends.workflow.stream;

/// What this service tells itself beside an outcome.
final class OutcomeHeaders {

    /// The complaint's status after the decision.
    static final String STATUS = "amends_status";

    private OutcomeHeaders() {}
}
