package amends.intake.normalise;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

import java.util.regex.Pattern;

/// Text in one spelling: Unicode NFKC, plain line ends, no control characters, no mark-up.
public final class PlainText {

    /// The longest normalised text, in UTF-16 units; the original keeps the rest.
    public static final int LONGEST = 64 * 1024;

    private static final Pattern MARK_UP =
            Pattern.compile(
                    "</?(?:p|br|div|span|html|body|table|tr|td|ul|ol|li|b|i|strong|em|a|h[1-6])(?:\\s[^<>]*)?/?>",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{FEFF}&&[^\n\t]]");
    private static final Pattern SPACE_AT_LINE_END = Pattern.compile("(?<![ \t])[ \t]++(?=\n)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
    private static final String QUOTED =
            ".gmail_quote, blockquote[type=cite], .yahoo_quoted, .moz-cite-prefix";

    private PlainText() {}

    /// One spelling of text that may turn out to be HTML.
    public static String of(String text) {
        return ofPlain(looksLikeHtml(text) ? ofHtml(text) : text);
    }

    public static String ofPlain(String text) {
        if (isPlainAscii(text)) {
            return cut(text.strip()).stripTrailing();
        }
        String clean =
                hasControls(text)
                        ? CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("")
                        : text;
        return cut(Unicode.nfkc(clean).strip()).stripTrailing();
    }

    public static boolean looksLikeHtml(String text) {
        return text.indexOf('<') >= 0 && MARK_UP.matcher(text).find();
    }

    /// The words of an HTML page, its blocks on lines of their own, quoted mails left out.
    public static String ofHtml(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style, head, template").remove();
        String whole = words(page);
        page.select(QUOTED).remove();
        String own = words(page);
        return own.isBlank() ? whole : own;
    }

    private static String words(Element root) {
        StringBuilder text = new StringBuilder();
        root.traverse(new Words(text));
        return EMPTY_LINES
                .matcher(SPACE_AT_LINE_END.matcher(text).replaceAll(""))
                .replaceAll("\n\n")
                .strip();
    }

    /// Such text is in one spelling already.
    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f || (c < ' ' && c != '\n' && c != '\t')) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0xfeff) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    private record Words(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(spaced(words.text()));
            } else if (node instanceof Element element && element.nameIs("br")) {
                text.append('\n');
            } else if (node instanceof Element element && startsLine(element)) {
                newLine();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && startsLine(element)) {
                newLine();
            }
        }

        private String spaced(String words) {
            boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
            return atStart ? words.stripLeading() : words;
        }

        private static boolean startsLine(Element element) {
            return element.isBlock() || element.nameIs("tr");
        }

        private void newLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
