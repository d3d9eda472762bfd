package amends.contracts.contact;

/// Where on the contacts topic a contact, and with it its original, can be read again.
public record OriginalPosition(int partition, long offset) {}
