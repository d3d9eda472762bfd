package amends.intake.normalise;

import java.util.List;
import java.util.regex.Pattern;

/// Takes the signature off the end of a mail: behind the customary `-- `, below a ruled line when
/// it names ways to reach somebody, or a line that a telephone adds.
public final class Signatures {

    private static final int LONGEST = 15;
    private static final Pattern DELIMITER = Pattern.compile("--[ \u00a0]");
    private static final Pattern RULE =
            Pattern.compile("\\s*+(?:[-=_*+~─━―ー＊＝☆★◆◇■□●○◎・:‥…＿]\\s?+){8,}+\\s*+");
    private static final String WAYS =
            "(?i:〒|電話|携帯|住所|株式会社|有限会社|\\b(?:tel|fax|phone|mobile|e-?mail|mail|url)\\b"
                    + "|https?://|www\\.|\\S{1,64}@\\S)";
    private static final Pattern WAY_TO_REACH = Pattern.compile(WAYS);

    /// What may stand before the way in its line is short and no sentence.
    private static final Pattern LINE_OF_WAY =
            Pattern.compile("[^\\p{Ll}\\p{IsHiragana}]{0,20}お?" + WAYS + ".*");

    private static final Pattern NAME =
            Pattern.compile("\\s*(?:[\\p{Lu}\\p{Lo}&(（][\\p{L}\\p{M}.,'’ー・&)）-]*+\\s*+){1,6}");

    private static final Pattern WORDS =
            Pattern.compile(
                    "[。！？!?をが]|ます|ました|です|ない|(?i:内容|本文|詳細|要望|意見|症状|件名|備考|留言|备注|描述"
                        + "|message|comment|inquiry|enquiry|question|detail|description|subject)");
    private static final int LONGEST_LINE = 60;
    private static final Pattern ADDED =
            Pattern.compile(
                    "\\s*(?:sent from (?:my|a) .{2,40}|get outlook for .{2,30}"
                            + "|.{0,20}(?:iphone|ipad|android|galaxy|xperia|スマートフォン|outlook|gmail"
                            + "|yahoo!?メール|docomo|ドコモ).{0,20}(?:から|で)送信(?:しました|されました)?。?"
                            + "|发自我的.{2,20}|從我的.{2,20}(?:傳送|寄出)|发送自.{2,20}"
                            + "|von meinem .{2,30} gesendet|envoyé de mon .{2,30})\\s*",
                    Pattern.CASE_INSENSITIVE);

    private Signatures() {}

    /// The text before its signature; all of it when nothing else would be left.
    public static String strip(String text) {
        List<String> lines = text.lines().toList();
        int end = withoutAddedLine(lines, lines.size());
        end = withoutBlock(lines, end);
        String own = String.join("\n", lines.subList(0, end)).strip();
        return own.isEmpty() || end == lines.size() ? text : own;
    }

    private static int withoutAddedLine(List<String> lines, int end) {
        int last = last(lines, end);
        return last >= 0 && ADDED.matcher(lines.get(last)).matches() ? last : end;
    }

    private static int withoutBlock(List<String> lines, int end) {
        int first = Math.max(0, end - LONGEST - 1);
        for (int i = first; i < end; i++) {
            if (DELIMITER.matcher(lines.get(i)).matches()
                    || (RULE.matcher(lines.get(i)).matches() && namesWays(lines, i + 1, end))) {
                return i;
            }
        }
        return end;
    }

    /// Two of them, or one within a frame: a single one may be what he complains about. A form
    /// names ways too, and then tells the words: a line that may be such leaves everything as it
    /// is.
    private static boolean namesWays(List<String> lines, int from, int end) {
        List<String> block = lines.subList(from, end);
        if (!block.stream().allMatch(Signatures::isOfSignature)) {
            return false;
        }
        long ways = block.stream().filter(line -> WAY_TO_REACH.matcher(line).find()).count();
        boolean framed = block.stream().anyMatch(line -> RULE.matcher(line).matches());
        return ways >= 2 || (ways == 1 && framed);
    }

    private static boolean isOfSignature(String line) {
        if (line.isBlank() || RULE.matcher(line).matches()) {
            return true;
        }
        return line.length() <= LONGEST_LINE
                && !WORDS.matcher(line).find()
                && (LINE_OF_WAY.matcher(line).matches() || NAME.matcher(line).matches());
    }

    private static int last(List<String> lines, int end) {
        int last = end - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        return last;
    }
}
