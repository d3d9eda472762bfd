package amends.contracts.typology;

/// In what mood somebody complains, and so what helps him.
public enum Temper {
    /// Vague, indirect, keeps distance.
    HESITANT,
    /// Much talk, a fixed view, critical.
    OPINIONATED,
    /// Mild, reasons, unsure of his own judgement.
    GENTLE,
    /// Strong emotion.
    ANGRY
}
