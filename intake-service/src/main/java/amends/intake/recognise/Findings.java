package amends.intake.recognise;

import amends.contracts.complaint.Demand;
import amends.contracts.contact.AreaName;
import amends.contracts.contact.ProductName;
import amends.contracts.contact.Suggested;
import amends.contracts.contact.Suggested.ConcernKind;
import amends.contracts.contact.Suggested.SuggestedAmount;
import amends.contracts.contact.Suggested.SuggestedConcern;
import amends.contracts.contact.Suggested.SuggestedDate;
import amends.contracts.contact.Suggested.SuggestedDemand;
import amends.contracts.contact.Suggested.SuggestedPlace;
import amends.contracts.contact.Suggested.SuggestedProduct;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found in a text so far: of each kind the first few, each once.
final class Findings {

    private static final int MOST = 5;

    private final Map<AreaName, SuggestedPlace> places = new LinkedHashMap<>();
    private final Map<LocalDate, SuggestedDate> dates = new LinkedHashMap<>();
    private final Map<Object, SuggestedAmount> amounts = new LinkedHashMap<>();
    private final Map<ProductName, SuggestedProduct> products = new LinkedHashMap<>();
    private final Map<ConcernKind, SuggestedConcern> concerns = new LinkedHashMap<>();
    private final Map<Demand.Kind, SuggestedDemand> demands = new LinkedHashMap<>();

    void place(AreaName area, String words) {
        put(places, area, new SuggestedPlace(area, new FreeText(words)));
    }

    void date(LocalDate date, String words) {
        put(dates, date, new SuggestedDate(date, new FreeText(words)));
    }

    void amount(Amounts.Amount amount, String words) {
        put(
                amounts,
                List.of(amount.amount(), amount.currency()),
                new SuggestedAmount(amount.amount(), amount.currency(), new FreeText(words)));
    }

    void product(ProductName product, String words) {
        put(products, product, new SuggestedProduct(product, new FreeText(words)));
    }

    boolean lacks(ConcernKind kind) {
        return !concerns.containsKey(kind) && concerns.size() < MOST;
    }

    void concern(ConcernKind kind, String words) {
        put(concerns, kind, new SuggestedConcern(kind, new FreeText(words)));
    }

    boolean lacks(Demand.Kind kind) {
        return !demands.containsKey(kind) && demands.size() < MOST;
    }

    void demand(Demand.Kind kind, String words) {
        put(demands, kind, new SuggestedDemand(kind, new FreeText(words)));
    }

    private static <K, V> void put(Map<K, V> found, K key, V value) {
        if (found.size() < MOST) {
            found.putIfAbsent(key, value);
        }
    }

    /// Null when there is nothing.
    @Nullable Suggested suggested() {
        boolean nothing =
                places.isEmpty()
                        && dates.isEmpty()
                        && amounts.isEmpty()
                        && products.isEmpty()
                        && concerns.isEmpty()
                        && demands.isEmpty();
        return nothing
                ? null
                : new Suggested(
                        new ArrayList<>(places.values()),
                        new ArrayList<>(dates.values()),
                        new ArrayList<>(amounts.values()),
                        new ArrayList<>(products.values()),
                        new ArrayList<>(concerns.values()),
                        new ArrayList<>(demands.values()));
    }
}
