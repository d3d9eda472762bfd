package amends.contracts.contact;

import org.jspecify.annotations.Nullable;

/// A contact that came under an id which was known, with words that were not: a second sender's
/// mail that bears the first one's Message-ID, or a chat told once more with another turn.
///
/// @param cameAs the id that it came under; its own is derived from that and its words
/// @param bySomebodyElse whether who sent it is known, and is not the complaint's customer
public record OtherWords(ContactId cameAs, boolean bySomebodyElse) {

    public static boolean areBySomebodyElse(@Nullable OtherWords words) {
        return words != null && words.bySomebodyElse;
    }
}
