package amends.contracts.sla;

/// Whose promise a clock measures.
public enum ClockFamily {
    /// The company's own: business calendar, can pause.
    SERVICE,
    /// A law's or standard's: legal calendar, never pauses.
    REGULATORY
}
