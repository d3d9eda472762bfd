package amends.deploy.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The processes of a local platform: where each listens, and how much memory each may take.
///
/// They start in this order and stop in the reverse one; those of one wave do so side by side.
public enum Part {
    //                                                 port  heap  metaspace  code  direct   (MB)
    BROKER("broker", Wave.GROUND, 5, 320, 160, 48, 64),
    DATABASE("database", Wave.GROUND, 7, 128, 64, 32, 64),
    MAIL_SINK("mail-sink", Wave.GROUND, 9, 64, 48, 16, 16),
    WORKFLOW("workflow-service", Wave.SERVICES, 2, 352, 192, 64, 64),
    INTAKE("intake-service", Wave.SERVICES, 1, 224, 192, 64, 64),
    ANALYTICS("analytics-service", Wave.SERVICES, 3, 208, 192, 64, 64),
    NOTIFICATION("notification-service", Wave.SERVICES, 4, 128, 192, 48, 64),
    GATEWAY("gateway", Wave.SERVICES, 0, 192, 192, 48, 64);

    /// What starts together.
    public enum Wave {
        GROUND,
        SERVICES
    }

    /// Limits of memory in megabytes.
    record Room(int heap, int metaspace, int code, int direct) {}

    private final String title;
    private final Wave wave;
    private final int portOffset;
    private final int heap;
    private final int metaspace;
    private final int code;
    private final int direct;

    Part(String title, Wave wave, int portOffset, int heap, int metaspace, int code, int direct) {
        this.title = title;
        this.wave = wave;
        this.portOffset = portOffset;
        this.heap = heap;
        this.metaspace = metaspace;
        this.code = code;
        this.direct = direct;
    }

    /// As in `LocalPlatform.process("intake-service")`, and the name of its log file.
    public String title() {
        return title;
    }

    Wave wave() {
        return wave;
    }

    /// Counted from the port base.
    int portOffset() {
        return portOffset;
    }

    Room room() {
        return new Room(heap, metaspace, code, direct);
    }

    boolean isService() {
        return wave == Wave.SERVICES;
    }

    static Optional<Part> named(String title) {
        return Arrays.stream(values()).filter(part -> part.title.equals(title)).findFirst();
    }

    static List<Part> of(Wave wave) {
        return Arrays.stream(values()).filter(part -> part.wave == wave).toList();
    }
}
