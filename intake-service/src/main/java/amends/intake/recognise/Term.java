package amends.intake.recognise;

import amends.contracts.complaint.Demand;
import amends.contracts.contact.AreaName;
import amends.contracts.contact.ProductName;
import amends.contracts.contact.Suggested.ConcernKind;

/// What a word of a dictionary means.
sealed interface Term {

    record Place(AreaName area) implements Term {}

    record Product(ProductName name) implements Term {}

    record Hurt(ConcernKind kind) implements Term {}

    /// @param plain said alone it is a wish, else only in a sentence that wishes
    record Wish(Demand.Kind kind, boolean plain) implements Term {}

    record Month(int number) implements Term {}

    record DaysAgo(int days) implements Term {}

    /// A longer word in which others mean something else.
    record Nothing() implements Term {}
}
