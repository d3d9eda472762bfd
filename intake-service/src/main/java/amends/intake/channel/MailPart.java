package amends.intake.channel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a raw mail a text stands that people read: a subject, or the body of a text part, mails
/// within the mail included.
///
/// @param encoding as it is transferred, in lower case
record MailPart(int start, int end, boolean isHeader, String encoding, String charset) {

    private static final int DEEPEST = 20;
    private static final Pattern HEADERS_END = Pattern.compile("(?:\\A|\\n)\\r?\\n");
    private static final Pattern SUBJECT = field("subject");
    private static final Pattern TYPE = field("content-type");
    private static final Pattern ENCODING = field("content-transfer-encoding");
    private static final Pattern BOUNDARY = parameter("boundary");
    private static final Pattern CHARSET = parameter("charset");

    boolean isEncoded() {
        return encoding.equals("base64") || encoding.equals("quoted-printable");
    }

    /// In the order of the mail.
    static List<MailPart> leaves(String mail) {
        List<MailPart> leaves = new ArrayList<>();
        collect(mail, 0, mail.length(), 0, leaves);
        return leaves;
    }

    private static void collect(String mail, int start, int end, int depth, List<MailPart> leaves) {
        Matcher blank = HEADERS_END.matcher(mail).region(start, end);
        int body = blank.find() ? blank.end() : end;
        Matcher subject = SUBJECT.matcher(mail).region(start, body);
        if (subject.find()) {
            leaves.add(new MailPart(subject.start(1), subject.end(1), true, "", ""));
        }
        String type = value(TYPE, mail, start, body);
        String encoding = value(ENCODING, mail, start, body).strip().toLowerCase(Locale.ROOT);
        String kind = type.strip().toLowerCase(Locale.ROOT);
        String boundary = first(BOUNDARY, type);
        if (kind.startsWith("multipart/") && boundary != null && depth < DEEPEST) {
            parts(mail, body, end, "--" + boundary, depth, leaves);
        } else if (kind.startsWith("message/rfc822") && depth < DEEPEST) {
            collect(mail, body, end, depth + 1, leaves);
        } else if (kind.isEmpty() || kind.startsWith("text") || !kind.contains("/")) {
            String charset = first(CHARSET, type);
            leaves.add(new MailPart(body, end, false, encoding, charset == null ? "" : charset));
        }
    }

    private static void parts(
            String mail, int start, int end, String delimiter, int depth, List<MailPart> leaves) {
        int from = -1;
        for (int at = delimiter(mail, delimiter, start, end);
                at >= 0;
                at = delimiter(mail, delimiter, at + delimiter.length(), end)) {
            if (from >= 0) {
                collect(mail, from, at, depth + 1, leaves);
            }
            int line = mail.indexOf('\n', at);
            boolean last = mail.startsWith("--", at + delimiter.length());
            from = last || line < 0 || line >= end ? -1 : line + 1;
        }
        if (from >= 0) {
            collect(mail, from, end, depth + 1, leaves);
        }
    }

    /// The next that is a line.
    private static int delimiter(String mail, String delimiter, int from, int end) {
        int at = mail.indexOf(delimiter, Math.min(from, end), end);
        while (at >= 0 && !isLine(mail, delimiter, at)) {
            at = mail.indexOf(delimiter, at + 1, end);
        }
        return at;
    }

    private static boolean isLine(String mail, String delimiter, int at) {
        if (at > 0 && mail.charAt(at - 1) != '\n') {
            return false;
        }
        int end = mail.indexOf('\n', at);
        String rest =
                mail.substring(at + delimiter.length(), end < 0 ? mail.length() : end).strip();
        return rest.isEmpty() || rest.equals("--");
    }

    private static String value(Pattern field, String mail, int start, int end) {
        Matcher found = field.matcher(mail).region(start, end);
        return found.find() ? found.group(1).replaceAll("\\r?\\n", "") : "";
    }

    private static @Nullable String first(Pattern parameter, String type) {
        Matcher found = parameter.matcher(type);
        return found.find() ? found.group(1) == null ? found.group(2) : found.group(1) : null;
    }

    private static Pattern field(String name) {
        return Pattern.compile(
                "^" + name + "[ \\t]*:([^\\n]*\\n?(?:[ \\t][^\\n]*\\n?){0,50})",
                Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    private static Pattern parameter(String name) {
        return Pattern.compile(
                ";\\s*" + name + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
    }
}
