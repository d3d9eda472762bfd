package amends.contracts.contact;

import amends.contracts.personal.EmailAddress;

import java.util.Locale;
import java.util.Set;

/// Mailboxes that stand for a task of a company and not for a person (RFC 2142 and usual ones):
/// several people write from them.
public final class RoleMailboxes {

    private static final Set<String> NAMES =
            Set.of(
                    "abuse",
                    "accounting",
                    "accounts",
                    "admin",
                    "administrator",
                    "billing",
                    "booking",
                    "care",
                    "complaints",
                    "contact",
                    "customer",
                    "customerservice",
                    "desk",
                    "eigyo",
                    "enquiries",
                    "enquiry",
                    "feedback",
                    "finance",
                    "frontdesk",
                    "general",
                    "hello",
                    "help",
                    "helpdesk",
                    "hostmaster",
                    "hr",
                    "info",
                    "information",
                    "inquiries",
                    "inquiry",
                    "invoice",
                    "jimu",
                    "jinji",
                    "kefu",
                    "kontakt",
                    "legal",
                    "madoguchi",
                    "mail",
                    "mailerdaemon",
                    "marketing",
                    "noreply",
                    "office",
                    "order",
                    "orders",
                    "otoiawase",
                    "postmaster",
                    "press",
                    "privacy",
                    "purchasing",
                    "reception",
                    "reservation",
                    "reservations",
                    "sales",
                    "security",
                    "service",
                    "shop",
                    "soumu",
                    "support",
                    "team",
                    "toiawase",
                    "webmaster");

    private RoleMailboxes() {}

    public static boolean contains(EmailAddress address) {
        String local = before('+', before('@', address.value())).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder(local.length());
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c != '-' && c != '.' && c != '_') {
                name.append(c);
            }
        }
        return NAMES.contains(name.toString());
    }

    private static String before(char end, String text) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
