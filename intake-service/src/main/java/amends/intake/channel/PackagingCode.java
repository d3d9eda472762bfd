package amends.intake.channel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the code on packaging says: a link with product and lot.
record PackagingCode(String product, String lot) {

    static Optional<PackagingCode> parse(String link) {
        Map<String, String> query = new HashMap<>();
        for (String each : link.substring(link.indexOf('?') + 1).split("&", 20)) {
            String[] pair = each.split("=", 2);
            if (pair.length == 2) {
                query.put(pair[0], decoded(pair[1]));
            }
        }
        return of(query.getOrDefault("product", ""), query.getOrDefault("lot", ""));
    }

    /// @return nothing when one of them is not told
    static Optional<PackagingCode> of(String product, String lot) {
        return product.isBlank() || lot.isBlank()
                ? Optional.empty()
                : Optional.of(new PackagingCode(product.strip(), lot.strip()));
    }

    /// The customer's words, and the lot below them.
    String inWords(String words, String language) {
        return words + "\n" + Phrases.of(language, "lot", lot);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
