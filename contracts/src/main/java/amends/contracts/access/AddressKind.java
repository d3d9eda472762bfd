package amends.contracts.access;

/// From how far away somebody came; the address itself is personal and not kept.
public enum AddressKind {
    LOOPBACK,
    PRIVATE,
    PUBLIC
}
