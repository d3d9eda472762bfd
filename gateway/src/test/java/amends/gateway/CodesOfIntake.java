package amends.gateway;

import amends.contracts.quarantine.AsideKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The codes that intake's code says and people read: why an input is kept, and by which channel it
/// came.
final class CodesOfIntake {

    private static final Path CODE = Path.of("../intake-service/src/main/java");

    /// Whatever makes a reason: up to the end of the sentence.
    private static final Pattern REASONING =
            Pattern.compile("\\b(?:because|kept|Misfit|Row\\.Broken)\\([^;]*");

    private static final Pattern CODE_OF_REASON = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern CHANNEL =
            Pattern.compile("new ChannelName\\(\"([a-z-]+)\"\\)|super\\(\"([a-z-]+)\", form\\)");

    private CodesOfIntake() {}

    /// Of inputs in quarantine, and of those that were set aside.
    static Set<String> reasons() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String text : texts()) {
            REASONING
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .flatMap(each -> CODE_OF_REASON.matcher(each).results())
                    .forEach(each -> codes.add(each.group(1)));
        }
        Arrays.stream(AsideKind.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(codes::add);
        return codes;
    }

    static Set<String> channels() throws IOException {
        return texts().stream()
                .flatMap(text -> CHANNEL.matcher(text).results())
                .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            Set<String> texts = new TreeSet<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
