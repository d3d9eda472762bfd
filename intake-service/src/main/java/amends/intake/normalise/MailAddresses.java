package amends.intake.normalise;

import amends.contracts.personal.EmailAddress;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mail addresses in one spelling: no display name, domain in lower-case ASCII.
public final class MailAddresses {

    private static final int LONGEST = 1000;

    private static final Pattern ADDRESS =
            Pattern.compile("(?:.*<)?\\s*([^\\s<>@,;]{1,64})@([^\\s<>@,;]{1,255}?)\\.?\\s*>?\\s*");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private MailAddresses() {}

    public static Optional<EmailAddress> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(Unicode.nfkc(written));
        if (!address.matches()) {
            return Optional.empty();
        }
        return domain(address.group(2))
                .map(domain -> new EmailAddress(address.group(1) + "@" + domain));
    }

    private static Optional<String> domain(String written) {
        try {
            String ascii = IDN.toASCII(written).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
