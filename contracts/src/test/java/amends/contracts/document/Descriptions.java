package amends.contracts.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the sources say about types and their components, in their Javadoc. Documents that repeat
/// it can't say anything else.
public final class Descriptions {

    private static final Pattern DOCUMENTED =
            Pattern.compile(
                    "((?:^[ ]*///[^$]*?$)+)(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s*(?:public |static"
                            + " |final |sealed )*(?:record|enum|interface|class) (\\w+)",
                    Pattern.MULTILINE);
    private static final Pattern COMPONENT = Pattern.compile("@param (\\w+) ([^@]+)");

    private final List<Path> roots;
    private final Map<Class<?>, Map<String, String>> files = new HashMap<>();

    /// @param roots folders of sources
    public Descriptions(List<Path> roots) {
        this.roots = roots;
    }

    /// Of the type as a whole; empty when nothing is said.
    String of(Class<?> type) {
        String text = text(type);
        int parameters = text.indexOf("@param");
        return (parameters < 0 ? text : text.substring(0, parameters)).strip();
    }

    /// Of the components that something is said about.
    Map<String, String> ofComponents(Class<?> type) {
        Map<String, String> said = new HashMap<>();
        Matcher matcher = COMPONENT.matcher(text(type));
        while (matcher.find()) {
            said.put(matcher.group(1), matcher.group(2).strip());
        }
        return said;
    }

    private String text(Class<?> type) {
        return files.computeIfAbsent(type.getNestHost(), this::read)
                .getOrDefault(type.getSimpleName(), "");
    }

    private Map<String, String> read(Class<?> host) {
        String file = host.getName().replace('.', '/') + ".java";
        Map<String, String> said = new HashMap<>();
        for (Path root : roots) {
            if (Files.exists(root.resolve(file))) {
                Matcher matcher = DOCUMENTED.matcher(source(root.resolve(file)));
                while (matcher.find()) {
                    said.put(matcher.group(2), plain(matcher.group(1)));
                }
            }
        }
        return said;
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One line, without the marks of the comment and of links.
    private static String plain(String comment) {
        return comment.replace("///", " ")
                .replaceAll("\\[#?(\\w+)\\]", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
