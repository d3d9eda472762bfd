package amends.notification.rule;

import amends.contracts.contact.ContactContent;
import amends.contracts.personal.FreeText;

/// One line that reminds the customer which matter a message is about.
final class Title {

    private static final int LONGEST = 80;

    private Title() {}

    /// Returns the subject, or else the beginning of the text.
    static FreeText of(ContactContent contact) {
        FreeText subject = contact.subject();
        FreeText source = subject == null || subject.isBlank() ? contact.text() : subject;
        return new FreeText(line(source.value()));
    }

    private static String line(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST * 4));
        String line = start.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
