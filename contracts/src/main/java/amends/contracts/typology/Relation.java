package amends.contracts.typology;

/// How somebody who complains stands to the company.
public enum Relation {
    /// Speaks up, in public too.
    VOCAL,
    /// Pays for better help.
    PREMIUM,
    /// Is in contact often.
    FREQUENT,
    /// Dislikes complaining.
    SILENT
}
