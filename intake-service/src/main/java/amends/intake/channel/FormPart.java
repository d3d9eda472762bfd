package amends.intake.channel;

import amends.intake.normalise.Hashes;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A field or a file of a form.
final class FormPart {

    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");
    private static final Pattern TYPE =
            Pattern.compile("(?im)^content-type\\s*:\\s*([^\\r\\n;]{1,200})");

    private final String name;
    private final @Nullable String fileName;
    private final String mediaType;
    private final int start;
    private final byte[] content;

    /// @param start where its content begins in the whole
    FormPart(String headers, int start, byte[] content) {
        this.name = first(NAME, headers).orElse("");
        this.fileName = first(FILE_NAME, headers).orElse(null);
        this.mediaType = first(TYPE, headers).orElse("").strip().toLowerCase(Locale.ROOT);
        this.start = start;
        this.content = content;
    }

    boolean isField(String called) {
        return fileName == null && name.equals(called);
    }

    /// A browser sends an empty file when none was chosen.
    boolean isFile(String called) {
        return fileName != null && name.equals(called) && content.length > 0;
    }

    boolean isField() {
        return fileName == null;
    }

    String fileName() {
        return fileName == null ? "" : fileName;
    }

    String mediaType() {
        return mediaType;
    }

    int start() {
        return start;
    }

    byte[] content() {
        return content;
    }

    String fingerprint() {
        return Hashes.of(name + "\n" + fileName()) + "/" + Hashes.of(content);
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Optional<String> first(Pattern pattern, String headers) {
        Matcher found = pattern.matcher(headers);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*\"([^\"\\r\\n]{0,500})\"");
    }
}
