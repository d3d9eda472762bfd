package amends.workflow.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

import java.util.Optional;

/// The formatted words of a mail, safe to show: structure and words are kept, whatever runs, loads
/// or sends anything is left out.
///
/// @param html a fragment of elements without scripts, styles, forms or addresses to load from
/// @param pictures how many pictures were left out
public record FormattedMail(String html, int pictures) {

    private static final Cleaner CLEANER =
            new Cleaner(
                    Safelist.relaxed()
                            .removeTags("img")
                            .removeAttributes("a", "href")
                            .removeAttributes("blockquote", "cite")
                            .removeAttributes("q", "cite")
                            .addTags("hr", "s", "del", "ins")
                            .addAttributes(":all", "lang", "dir"));

    /// Empty: the mail has no formatted words, or can't be read.
    public static Optional<FormattedMail> of(byte[] mail) {
        return MailParts.html(mail).map(FormattedMail::of);
    }

    private static FormattedMail of(Document page) {
        int pictures = page.select("img").size();
        page.select("img").forEach(FormattedMail::say);
        page.select("a[href]").forEach(FormattedMail::tellAddress);
        Document safe = CLEANER.clean(page);
        safe.outputSettings().prettyPrint(false);
        return new FormattedMail(safe.body().html(), pictures);
    }

    /// Instead of a picture stands what it is said to show.
    private static void say(Element picture) {
        picture.after("[" + Jsoup.parse(picture.attr("alt")).text() + "]");
    }

    /// Where a link leads is shown, and cannot be followed by mistake.
    private static void tellAddress(Element link) {
        String address = link.attr("href");
        if (!link.text().contains(address)) {
            link.appendText(" (" + address + ")");
        }
    }
}
