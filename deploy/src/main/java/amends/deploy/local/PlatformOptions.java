package amends.deploy.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What may be different from one platform to another.
///
/// @param parts which processes; services whose jar does not exist yet are left out
/// @param environment added to the environment of every service
/// @param patience how long a process may take until it is ready
/// @param learning whether a first run after a build records what makes later starts fast, which
///   makes its end slower
public record PlatformOptions(
        Set<Part> parts, Map<String, String> environment, Duration patience, boolean learning) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public PlatformOptions {
        parts = Set.copyOf(parts);
        environment = Map.copyOf(environment);
    }

    public static PlatformOptions everything() {
        return new PlatformOptions(EnumSet.allOf(Part.class), Map.of(), PATIENCE, false);
    }

    /// Broker, database and mail sink, plus the services named.
    public static PlatformOptions only(Part... services) {
        Set<Part> parts = EnumSet.copyOf(Part.of(Part.Wave.GROUND));
        parts.addAll(Arrays.asList(services));
        return new PlatformOptions(parts, Map.of(), PATIENCE, false);
    }

    public PlatformOptions with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new PlatformOptions(parts, more, patience, learning);
    }

    public PlatformOptions withLearning() {
        return new PlatformOptions(parts, environment, patience, true);
    }

    /// For a platform that lives some minutes: its compilers stop early, which spares more
    /// processor time than better code would.
    public PlatformOptions withShortLife() {
        return with("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    /// Customers are asked after a minute, not after days.
    public PlatformOptions withShortFollowUp() {
        return with("AMENDS_FOLLOW_UP_DELAY", "PT1M");
    }
}
