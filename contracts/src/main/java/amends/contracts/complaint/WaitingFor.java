package amends.contracts.complaint;

/// Who must move before the company can.
public enum WaitingFor {
    CUSTOMER,
    SUPPLIER,
    PARTS
}
