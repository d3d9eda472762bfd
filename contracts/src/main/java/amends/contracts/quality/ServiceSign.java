package amends.contracts.quality;

/// The signs of bad service. The first ones are seen by events, the others only by a person who
/// reviews.
public enum ServiceSign {
    NO_PROPER_GREETING,
    LONG_WAIT_WITHOUT_EXPLANATION,
    TRANSFERRED_WITHOUT_HELP,
    SENT_ROUND,
    REWORK_WITHOUT_SOLUTION,
    PROMISE_BROKEN_WITHOUT_A_WORD,

    IMPOLITE_WORDS,
    TOO_LITTLE_ATTENTION,
    INCOMPLETE_PRODUCT_KNOWLEDGE,
    CRITICISM_OF_OTHERS,
    EXCUSES,
    IMPATIENCE,
    MISUNDERSTANDABLE_WORDING,
    TALKING_DOWN,
    TALKING_AMONG_STAFF
}
