package amends.intake.ledger;

import amends.contracts.contact.SourceName;

import java.time.Instant;
import java.util.Optional;

/// Goes out with a contact and comes back with workflow's answer, so that the answer alone says
/// where it is to be booked.
///
/// @param instance who sent it
/// @param minute since 1970
/// @param source cut short
/// @param rest what the sender makes of it: a contact's id, or import and row
public record Ticket(String instance, long minute, String source, String rest) {

    private static final char SEPARATOR = '|';
    private static final int LONGEST_SOURCE = 40;
    private static final int PARTS = 4;
    private static final int SECONDS = 60;

    static Ticket of(String instance, Instant at, SourceName source, String rest) {
        return new Ticket(instance, minute(at), label(source), rest);
    }

    /// @return nothing when it is nobody's ticket
    public static Optional<Ticket> parse(String correlation) {
        String[] parts = correlation.split("\\|", PARTS);
        return parts.length == PARTS && parts[1].matches("\\d{1,12}")
                ? Optional.of(new Ticket(parts[0], Long.parseLong(parts[1]), parts[2], parts[3]))
                : Optional.empty();
    }

    public String correlation() {
        return instance + SEPARATOR + minute + SEPARATOR + source + SEPARATOR + rest;
    }

    static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    static Instant start(long minute) {
        return Instant.ofEpochSecond(minute * SECONDS);
    }

    static String label(SourceName source) {
        String value = source.value().replace(SEPARATOR, '/');
        return value.length() <= LONGEST_SOURCE ? value : value.substring(0, LONGEST_SOURCE);
    }
}
