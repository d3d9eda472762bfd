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
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final int LONGEST_LABEL = 63;

    private static final Pattern ADDRESS =
            Pattern.compile("(?:.*<)?\\s*([^\\s<>@,;]{1,64})@([^\\s<>@,;]{1,255}?)\\.?\\s*>?\\s*");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private MailAddresses() {}

    public static Optional<EmailAddress> read(String written) {
        int at = written.indexOf('@');
        if (at > 0 && isPlainLocalPart(written, at) && isPlainDomain(written, at + 1)) {
            String domain = written.substring(at + 1).toLowerCase(Locale.ROOT);
            return Optional.of(new EmailAddress(written.substring(0, at) + "@" + domain));
        }
        return readAny(written);
    }

    private static Optional<EmailAddress> readAny(String written) {
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

    /// Letters, digits and what stands between them in nearly every address: read as they are.
    private static boolean isPlainLocalPart(String written, int end) {
        for (int i = 0; i < end; i++) {
            char c = written.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-' && c != '+') {
                return false;
            }
        }
        return end <= LONGEST_LOCAL_PART;
    }

    private static boolean isPlainDomain(String written, int start) {
        int label = start;
        for (int i = start; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '.' && i > label) {
                label = i + 1;
            } else if (!isLetterOrDigit(c) || i - label >= LONGEST_LABEL) {
                return false;
            }
        }
        return label < written.length() && written.length() - start <= LONGEST_DOMAIN;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
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
