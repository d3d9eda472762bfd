package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.contact.ProductName;
import amends.contracts.personal.PersonName;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the search box of the board looks through: reference, title, product, customer's name and
/// owner, in one form whatever the width and case of the letters.
final class BoardWords {

    private static final int LONGEST_QUERY = 200;

    private BoardWords() {}

    static String of(BoardRow row) {
        PersonName name = row.customer().name();
        ProductName product = row.product();
        AgentId owner = row.owner();
        return normal(
                Stream.of(
                                row.reference().toString(),
                                row.reference().plain(),
                                row.title().value(),
                                product == null ? "" : product.value(),
                                name == null ? "" : name.value(),
                                owner == null ? "" : owner.value())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    /// What is looked for, word by word; of a longer text only its beginning.
    static List<String> wanted(String query) {
        String bounded = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        return Stream.of(normal(bounded).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
