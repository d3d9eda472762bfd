package amends.gateway.route;

/// How a route is used.
enum Manner {
    /// One small question, one answer.
    CALL,
    /// A body of any length, read while it comes, answered at its end.
    BULK,
    /// An answer that does not end: server-sent events.
    STREAM
}
