package amends.contracts.priority;

/// How soon a person must look, most urgent first.
public enum PriorityLevel {
    URGENT,
    HIGH,
    NORMAL,
    LOW
}
