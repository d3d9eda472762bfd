package amends.contracts.complaint;

/// Why it came to the complaint.
public enum RootCause {
    EXPECTATION_SET_BY_MARKETING,
    USER_EXPERIENCE,
    THIRD_PARTY,
    PRODUCT_DEFECT,
    PROCESS,
    PEOPLE,
    MISUNDERSTANDING,
    EXTERNAL
}
