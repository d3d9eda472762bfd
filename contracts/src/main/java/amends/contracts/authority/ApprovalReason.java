package amends.contracts.authority;

/// Why somebody may not grant a remedy alone.
public enum ApprovalReason {
    /// The remedy itself is worth more.
    BEYOND_REMEDY_LIMIT,
    /// With what this complaint was granted before it is worth more: one payment in several parts.
    SPLIT_WITHIN_COMPLAINT,
    /// With what the customer was granted lately, other complaints included, it is worth more.
    BEYOND_CUSTOMER_LIMIT
}
