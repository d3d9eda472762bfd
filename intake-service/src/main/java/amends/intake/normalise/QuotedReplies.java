package amends.intake.normalise;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes the quoted mail out of a reply. Each line gets a mark: `e` empty, `m` quoted, `s`
/// announces a quotation, `f` forwarded, `t` text; patterns over the marks then tell what is the
/// customer's own.
public final class QuotedReplies {

    private static final int LINES_OF_ANNOUNCEMENT = 4;

    /// What is looked at, so that no mail, however odd, costs more than a moment.
    private static final int LINES = 500;

    private static final int LONGEST_LINE = 250;

    private static final String DAY = "\\d{4}\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}";

    private static final Pattern ANNOUNCEMENT =
            Pattern.compile(
                    "^(?:"
                            + String.join(
                                    "|",
                                    // ----- Original Message -----
                                    "\\s*-+\\s*(?:original message|reply message|ursprüngliche"
                                            + " nachricht|message d'origine|mensaje original"
                                            + "|元のメッセージ|オリジナルメッセージ|原始邮件|原始郵件|原邮件)\\s*-*",
                                    // On 4 April, somebody wrote:
                                    "[ ]?-*[> ]?(?:on|le|w dniu|op|am|på|den|em|el)\\s(?=[^\\n"
                                        + "]{0,60}\\d)[^\\n"
                                        + "]{0,200}(?:\\n"
                                        + "[^\\n"
                                        + "]{0,200}){0,2}?(?:wrote|sent|a"
                                        + " écrit|napisał|schreef|geschreven|schrieb|skrev|escribió|escreveu)\\s?:-*["
                                        + " \\t]*(?=\\n"
                                        + "|$)",
                                    "-{3,}\\s*on\\s[^\\n]*wrote\\s*:?-*",
                                    // 2024年5月1日(水) 10:00 山田 <a@b>:
                                    "\\s*" + DAY + "[^\\n]{0,120}@[^\\n]*",
                                    "\\s*"
                                            + DAY
                                            + "[^\\n"
                                            + "]{0,20}\\d{1,2}:\\d{2}[^\\n"
                                            + "]{0,80}(?:さん|様|のメール|wrote)?[^\\n"
                                            + "]{0,20}[::](?=\\n"
                                            + "|$)",
                                    "[^\\n]{0,60}(?:さん|様)(?:は|が)書きました\\s*[::]?",
                                    // 在 2024年5月1日,某人 写道:
                                    "[^\\n]{0,120}" + DAY + "[^\\n]{0,120}(?:写道|寫道)\\s*[::]?",
                                    // a block of headers
                                    "(?:" + header() + "[^\\n]*\\n(?:[^\\n:]*\\n)?){2,}",
                                    "_{10,}\\s*(?=\\n)\\s*" + header())
                            + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern QUOTED = Pattern.compile("^\\s?[>＞]+\\s?");
    private static final Pattern FORWARDED =
            Pattern.compile(
                    "^-+\\s*(?:Forwarded message|転送メッセージ|转发邮件|Weitergeleitete Nachricht)\\s*-+$",
                    Pattern.CASE_INSENSITIVE);
    private static final String WROTE = " wrote:";
    private static final Pattern IN_LINE =
            Pattern.compile(
                    "^(\\s*[^>\\s].*?)\\s?((?:-{3})?\\s?On"
                            + " (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|\\d).{5,150}"
                            + WROTE
                            + ")$");

    private static final Pattern ANSWERED_WITHIN = Pattern.compile("(?<=m)e*t[te]*m");
    private static final Pattern ANNOUNCED = Pattern.compile("(?:se*)+(?:(?:t|f)+e*)+");
    private static final Pattern QUOTATION = Pattern.compile("((?:s|(?:me*){2,}).*me*)[te]*$");
    private static final Pattern EMPTY_QUOTATION =
            Pattern.compile("((?:(?:se*)+|(?:me*){2,})e*)[te]*$");
    private static final Pattern ONLY_FORWARDED = Pattern.compile("^[te]*f");
    private static final Pattern MANY_QUOTED = Pattern.compile("(?:me*){3}");

    private QuotedReplies() {}

    /// The customer's own words; the whole text when nothing else would be left, or when the first
    /// [#LINES] lines quote nothing.
    public static String strip(String text) {
        List<String> lines = text.lines().limit(LINES).flatMap(QuotedReplies::split).toList();
        List<String> kept = own(lines, marks(lines)).toList();
        String own = String.join("\n", kept).strip();
        return own.isEmpty() || kept.size() == lines.size() ? text : own;
    }

    /// The end is looked at first: the pattern costs the square of the line's length.
    private static Stream<String> split(String line) {
        return line.length() > LONGEST_LINE || !line.endsWith(WROTE)
                ? Stream.of(line)
                : IN_LINE.matcher(line).replaceAll("$1\n$2").lines();
    }

    private static Stream<String> own(List<String> lines, String marked) {
        String marks =
                marked.indexOf('s') < 0 && !MANY_QUOTED.matcher(marked).find()
                        ? marked.replace('m', 't')
                        : marked;
        if (ONLY_FORWARDED.matcher(marks).find() || isAnsweredWithin(lines, marks)) {
            return lines.stream();
        }
        Matcher announced = ANNOUNCED.matcher(marks);
        if (announced.find()) {
            return lines.subList(0, announced.start()).stream();
        }
        Matcher quotation = QUOTATION.matcher(marks);
        if (quotation.find()) {
            return without(lines, quotation);
        }
        Matcher empty = EMPTY_QUOTATION.matcher(marks);
        return empty.find() ? without(lines, empty) : lines.stream();
    }

    private static Stream<String> without(List<String> lines, Matcher quotation) {
        return Stream.concat(
                lines.subList(0, quotation.start(1)).stream(),
                lines.subList(quotation.end(1), lines.size()).stream());
    }

    /// Did the customer write between quoted lines? A quoted link that is broken into two lines is
    /// no answer.
    private static boolean isAnsweredWithin(List<String> lines, String marks) {
        return ANSWERED_WITHIN
                .matcher(marks)
                .results()
                .anyMatch(
                        answer -> {
                            String before = lines.get(Math.max(0, answer.start() - 1));
                            String first = lines.get(answer.start()).strip();
                            boolean link =
                                    before.matches(".*[(<]\\s*https?://[^)>]*$")
                                            || first.matches("^[(<]\\s*https?://.*");
                            return !link;
                        });
    }

    private static String marks(List<String> lines) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                marks.append('e');
            } else if (QUOTED.matcher(line).find()) {
                marks.append('m');
            } else if (FORWARDED.matcher(line.strip()).find()) {
                marks.append('f');
            } else {
                int announcing = announcing(lines, i);
                marks.append(announcing == 0 ? "t" : "s".repeat(announcing));
                i += Math.max(announcing - 1, 0);
            }
        }
        return marks.toString();
    }

    /// How many lines from here announce a quotation.
    private static int announcing(List<String> lines, int from) {
        List<String> next =
                lines.subList(from, Math.min(lines.size(), from + LINES_OF_ANNOUNCEMENT)).stream()
                        .map(
                                line ->
                                        line.length() > LONGEST_LINE
                                                ? line.substring(0, LONGEST_LINE)
                                                : line)
                        .toList();
        Matcher announcement = ANNOUNCEMENT.matcher(String.join("\n", next) + "\n");
        if (!announcement.find()) {
            return 0;
        }
        String found = announcement.group().stripTrailing();
        return Math.min(next.size(), (int) found.chars().filter(c -> c == '\n').count() + 1);
    }

    private static String header() {
        return "[*_\\s]*(?:from|sent|to|date|subject|cc|von|gesendet|an|betreff|de|envoyé|à|objet|fra|sendt|til|emne|från|skickat|till|ämne"
                   + "|差出人|送信者|送信日時|日時|宛先|件名|发件人|发送时间|收件人|主题|寄件者|收件者|主旨)\\s?[*]?[::]";
    }
}
