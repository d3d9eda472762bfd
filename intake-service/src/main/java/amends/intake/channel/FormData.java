package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.intake.normalise.Discretion;
import amends.intake.normalise.Hashes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The parts of `multipart/form-data` (RFC 7578): fields and files.
public final class FormData {

    private static final int MOST_PARTS = 100;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;]{1,70}))");
    private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};

    private final List<FormPart> parts;

    private FormData(List<FormPart> parts) {
        this.parts = List.copyOf(parts);
    }

    public static boolean isForm(MediaTypeName mediaType) {
        return mediaType.value().startsWith(PostedChannel.FORM_DATA);
    }

    /// @return nothing when it is not whole
    public static Optional<FormData> parse(MediaTypeName mediaType, byte[] content) {
        return parse(mediaType, content, false);
    }

    /// Of a form that broke off: what is whole in it.
    public static Optional<FormData> beginning(MediaTypeName mediaType, byte[] content) {
        return parse(mediaType, content, true);
    }

    private static Optional<FormData> parse(
            MediaTypeName mediaType, byte[] content, boolean mayBreakOff) {
        Matcher boundary = BOUNDARY.matcher(mediaType.value());
        if (!boundary.find()) {
            return Optional.empty();
        }
        String told = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        byte[] delimiter = ("\r\n--" + told).getBytes(StandardCharsets.ISO_8859_1);
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        if (!isAt(content, 0, first)) {
            return Optional.empty();
        }
        return parts(content, first.length, delimiter, mayBreakOff).map(FormData::new);
    }

    private static Optional<List<FormPart>> parts(
            byte[] content, int after, byte[] delimiter, boolean mayBreakOff) {
        List<FormPart> parts = new ArrayList<>();
        int from = after;
        while (!isAt(content, from, new byte[] {'-', '-'})) {
            int end = find(content, from, delimiter);
            int headersEnd = find(content, from, HEADERS_END);
            if (end < 0 || headersEnd < 0 || headersEnd > end || parts.size() == MOST_PARTS) {
                return mayBreakOff ? Optional.of(parts) : Optional.empty();
            }
            String headers = new String(content, from, headersEnd - from, StandardCharsets.UTF_8);
            int start = Math.min(headersEnd + HEADERS_END.length, end);
            parts.add(new FormPart(headers, start, Arrays.copyOfRange(content, start, end)));
            from = end + delimiter.length;
        }
        return Optional.of(parts);
    }

    /// What is typed into a field; empty when there is none.
    public String field(String name) {
        return parts.stream()
                .filter(part -> part.isField(name))
                .map(part -> part.text().strip())
                .findFirst()
                .orElse("");
    }

    /// The same for two forms of which all fields and files are the same.
    public String fingerprint() {
        return fingerprint(parts);
    }

    /// The same for two forms of which all fields and files are the same, but for this field.
    String fingerprint(String without) {
        return fingerprint(parts.stream().filter(part -> !part.isField(without)).toList());
    }

    private static String fingerprint(List<FormPart> parts) {
        return Hashes.of(
                        parts.stream().map(FormPart::fingerprint).collect(Collectors.joining("\n")))
                .value();
    }

    byte[] bytes(String field) {
        return field(field).getBytes(StandardCharsets.UTF_8);
    }

    /// Those that were chosen.
    List<FormPart> files(String name) {
        return parts.stream().filter(part -> part.isFile(name)).toList();
    }

    /// The same input with the numbers masked that nobody should have typed into a field.
    static byte[] masked(MediaTypeName mediaType, byte[] content) {
        Optional<FormData> form = parse(mediaType, content);
        if (form.isEmpty()) {
            return Discretion.masked(content, StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream masked = new ByteArrayOutputStream(content.length);
        int done = 0;
        for (FormPart part : form.get().parts) {
            if (part.isField()) {
                masked.write(content, done, part.start() - done);
                masked.writeBytes(Discretion.masked(part.content(), StandardCharsets.UTF_8));
                done = part.start() + part.content().length;
            }
        }
        masked.write(content, done, content.length - done);
        return masked.toByteArray();
    }

    private static boolean isAt(byte[] content, int from, byte[] wanted) {
        return from + wanted.length <= content.length
                && Arrays.equals(content, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private static int find(byte[] content, int from, byte[] wanted) {
        for (int at = from; at + wanted.length <= content.length; at++) {
            if (content[at] == wanted[0] && isAt(content, at, wanted)) {
                return at;
            }
        }
        return -1;
    }
}
