package amends.intake.normalise;

import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.OrderNumber;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Order numbers, product names and complaint references that normalised text mentions.
public final class Mentions {

    private static final int MOST_ORDERS = 20;

    private static final Pattern ORDER =
            Pattern.compile(
                    "(?:\\b(?:order|invoice)(?:\\s{0,3}(?:no\\.?|number|id))?|(?:ご?注文|受注|オーダー|伝票)(?:番号|No\\.?)?|订单(?:编?号)?|訂單(?:編?號)?)"
                        + "\\s{0,3}(?:is|は|が|为|為)?\\s{0,3}[:#№=]?\\s{0,3}#?([A-Z0-9](?:[A-Z0-9-]{1,28}[A-Z0-9]))",
                    Pattern.CASE_INSENSITIVE);

    /// Parts of the words above: looking for them is much cheaper than the pattern, and most texts
    /// have none.
    private static final List<String> ORDER_WORDS =
            List.of("rder", "RDER", "nvoice", "NVOICE", "注文", "受注", "オーダー", "伝票", "订单", "訂單");

    private static final Pattern PRODUCT =
            Pattern.compile(
                    "(?m)^\\h{0,8}(?:product|model|製品名?|商品名?|型番|产品(?:名称)?|商品名称|型号)\\h{0,4}[::]\\h{0,4}(\\S.{0,79})$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?<![0-9A-Za-z-])[0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){2}-[0-9A-Za-z](?![0-9A-Za-z-])");

    private Mentions() {}

    static List<OrderNumber> orders(List<String> told, String text) {
        if (told.isEmpty() && !hasOrderWord(text)) {
            return List.of();
        }
        Set<OrderNumber> orders = new LinkedHashSet<>();
        Stream.concat(
                        told.stream().map(PlainText::ofPlain).map(PersonalNumbers::masked),
                        found(text))
                .filter(order -> !order.isBlank() && order.length() <= OrderNumber.LONGEST)
                .limit(MOST_ORDERS)
                .forEach(order -> orders.add(new OrderNumber(order)));
        return List.copyOf(orders);
    }

    static Optional<String> product(String text) {
        Matcher product = PRODUCT.matcher(text);
        return product.find() ? Optional.of(product.group(1).strip()) : Optional.empty();
    }

    /// The first sound complaint reference; one with a slip in it is none.
    public static Optional<ComplaintReference> reference(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .flatMap(match -> ComplaintReference.parse(match.group()).stream())
                .findFirst();
    }

    private static Stream<String> found(String text) {
        if (!hasOrderWord(text)) {
            return Stream.empty();
        }
        return ORDER.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(order -> order.chars().anyMatch(Character::isDigit));
    }

    private static boolean hasOrderWord(String text) {
        for (String word : ORDER_WORDS) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
