package amends.intake.recognise;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ProductName;
import amends.contracts.contact.Suggested;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Looks through the words of contacts for what people would otherwise pick out by hand.
public final class Recogniser {

    /// Enough to see what a contact is about; the rest of a long one is not looked at.
    private static final int MOST_LOOKED_AT = 16 * 1024;

    private static final Dictionaries SHIPPED = Dictionaries.shipped();

    private final ZoneId zone;
    private final Map<BrandName, Lexicon> products;

    /// @param zone where days begin
    /// @param products the names of what a brand sells, by brand
    public Recogniser(ZoneId zone, Map<BrandName, ? extends Collection<String>> products) {
        this.zone = zone;
        this.products =
                products.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, each -> lexicon(each.getValue())));
    }

    private static Lexicon lexicon(Collection<String> names) {
        return new Lexicon(
                names.stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty() && name.length() <= ProductName.LONGEST)
                        .map(Recogniser::entry)
                        .toList());
    }

    private static Lexicon.Entry entry(String product) {
        return new Lexicon.Entry(
                product.toLowerCase(Locale.ROOT),
                false,
                new Term.Product(new ProductName(product)));
    }

    private static String beginning(String text) {
        if (text.length() <= MOST_LOOKED_AT) {
            return text;
        }
        boolean within = Character.isHighSurrogate(text.charAt(MOST_LOOKED_AT - 1));
        return text.substring(0, within ? MOST_LOOKED_AT - 1 : MOST_LOOKED_AT);
    }

    /// What is spoken of in a normalised text; null: nothing that is known.
    public @Nullable Suggested look(String text, Circumstances circumstances) {
        Lexicon sold = circumstances.productTold() ? null : products.get(circumstances.brand());
        List<Lexicon> lexicons =
                sold == null ? List.of(SHIPPED.words()) : List.of(sold, SHIPPED.words());
        return new Pass(beginning(text), lexicons, SHIPPED, circumstances, zone).suggested();
    }
}
