package amends.intake.normalise;

import amends.contracts.contact.MediaTypeName;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/// What the fuzzer calls, one reader of words each: whatever is written is read or left alone.
public final class FuzzTargets {

    private FuzzTargets() {}

    /// Replies with what they quote, and signatures.
    public static final class Reply {
        public static void fuzzerTestOneInput(byte[] input) {
            Signatures.strip(QuotedReplies.strip(text(input)));
        }
    }

    /// Plain text and mark-up.
    public static final class Words {
        public static void fuzzerTestOneInput(byte[] input) {
            String plain = PlainText.of(text(input));
            PlainText.ofHtml(text(input));
            Mentions.reference(plain);
            Mentions.product(plain);
            Mentions.orders(List.of(), plain);
            Languages.of(plain);
        }
    }

    /// Numbers that nobody should have sent.
    public static final class Numbers {
        public static void fuzzerTestOneInput(byte[] input) {
            Discretion.masked(new MediaTypeName("application/json"), input);
            Discretion.masked(new MediaTypeName("text/plain"), input);
        }
    }

    /// Telephone numbers and addresses.
    public static final class ContactPoint {
        public static void fuzzerTestOneInput(byte[] input) {
            PhoneNumbers.read(text(input), "JP");
            MailAddresses.read(text(input));
        }
    }

    /// Dates and times.
    public static final class Moment {
        private static final Moments MOMENTS =
                new Moments(ZoneId.of("Asia/Tokyo"), List.of("d.M.uuuu[ H:mm]"));

        public static void fuzzerTestOneInput(byte[] input) {
            MOMENTS.read(text(input));
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
