package amends.contracts.contact;

import amends.contracts.complaint.Demand;
import amends.contracts.personal.FreeText;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/// What was recognised in the words of a contact, each with the words that it was read from. They
/// are offered to people; nothing is decided by them, and what was told wins.
public record Suggested(
        List<SuggestedPlace> places,
        List<SuggestedDate> dates,
        List<SuggestedAmount> amounts,
        List<SuggestedProduct> products,
        List<SuggestedConcern> concerns,
        List<SuggestedDemand> demands) {

    public Suggested {
        places = List.copyOf(places);
        dates = List.copyOf(dates);
        amounts = List.copyOf(amounts);
        products = List.copyOf(products);
        concerns = List.copyOf(concerns);
        demands = List.copyOf(demands);
    }

    /// A place that is spoken of.
    ///
    /// @param area the region or country that it lies in, by its English name
    public record SuggestedPlace(AreaName area, FreeText words) {}

    /// A day that is spoken of; where no year is said, the last such day before the contact came.
    public record SuggestedDate(LocalDate date, FreeText words) {}

    /// An amount of money that is spoken of.
    public record SuggestedAmount(BigDecimal amount, Currency currency, FreeText words) {}

    /// A product of the brand's list that is spoken of.
    public record SuggestedProduct(ProductName product, FreeText words) {}

    /// What seems to hurt.
    ///
    /// @param words the sentence that says so
    public record SuggestedConcern(ConcernKind kind, FreeText words) {}

    /// What the customer seems to want.
    ///
    /// @param words the sentence that says so
    public record SuggestedDemand(Demand.Kind kind, FreeText words) {}

    /// The usual matters of complaints.
    public enum ConcernKind {
        DANGER,
        DEFECT,
        DELIVERY,
        CHARGE,
        SERVICE,
        NOT_AS_TOLD,
        DATA
    }
}
