package amends.contracts.identity;

import amends.contracts.access.Role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The table of rights, `rights.txt`: who may make which call. The first line that fits decides;
/// what no line allows is forbidden.
public final class Rights {

    private static final String TABLE = "rights.txt";
    private static final Rights SHIPPED = read();

    private final List<Right> lines;

    private Rights(List<Right> lines) {
        this.lines = lines;
    }

    public static Rights shipped() {
        return SHIPPED;
    }

    public List<Right> lines() {
        return lines;
    }

    /// @param path as it is called outside, decoded
    public Optional<Right> of(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        String[] parts = Right.parts(path);
        return lines.stream()
                .filter(line -> line.method().equals(asked) && line.fits(parts))
                .findFirst();
    }

    /// Whether anything is offered there, by whatever method.
    public boolean knows(String path) {
        String[] parts = Right.parts(path);
        return lines.stream().anyMatch(line -> line.fits(parts));
    }

    private static Rights read() {
        try (InputStream in =
                Objects.requireNonNull(Rights.class.getResourceAsStream(TABLE), TABLE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rights parse(String table) {
        return new Rights(
                table.lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .map(Rights::line)
                        .toList());
    }

    private static Right line(String written) {
        String[] words = written.split("\\s+", -1);
        if (words.length < 3) {
            throw new IllegalArgumentException(
                    "A line of the table of rights has a method, a path and who may: " + written);
        }
        boolean anybody = words[2].equals("anybody");
        Set<Role> roles = new TreeSet<>();
        if (!anybody) {
            Arrays.stream(words)
                    .skip(2)
                    .filter(word -> Apart.of(word).isEmpty())
                    .map(Role::of)
                    .forEach(roles::add);
        }
        return new Right(words[0], words[1], anybody, roles, apart(words));
    }

    private static Apart apart(String[] words) {
        return Apart.of(words[words.length - 1]).orElse(Apart.BY_BRAND_AND_QUEUE);
    }
}
