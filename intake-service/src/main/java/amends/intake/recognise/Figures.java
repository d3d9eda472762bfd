package amends.intake.recognise;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Numbers with separators: the last one before one or two digits begins the decimals, all others
/// stand between groups of three.
final class Figures {

    private static final Pattern GROUPS_BY_COMMA = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
    private static final Pattern GROUPS_BY_POINT = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+");
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final int MOST_DECIMALS = 2;

    private Figures() {}

    /// @param written digits, commas and points, with digits at both ends
    /// @param pointsGroup whether a point before three digits stands between groups
    static @Nullable BigDecimal read(String written, boolean pointsGroup) {
        int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
        boolean decimals =
                last >= 0
                        && written.length() - last - 1 <= MOST_DECIMALS
                        && written.indexOf(written.charAt(last)) == last;
        String whole = decimals ? written.substring(0, last) : written;
        boolean pointsMayGroup = decimals ? written.charAt(last) == ',' : pointsGroup;
        boolean commasMayGroup = !decimals || written.charAt(last) == '.';
        boolean sound =
                PLAIN.matcher(whole).matches()
                        || (commasMayGroup && GROUPS_BY_COMMA.matcher(whole).matches())
                        || (pointsMayGroup && GROUPS_BY_POINT.matcher(whole).matches());
        return sound
                ? new BigDecimal(
                        whole.replace(",", "").replace(".", "")
                                + (decimals ? "." + written.substring(last + 1) : ""))
                : null;
    }
}
