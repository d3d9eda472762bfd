package amends.deploy.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Command line and environment of every process.
record Plans(
        Installation installation,
        DataFolder data,
        Ports ports,
        Credentials credentials,
        Map<String, String> environment,
        boolean learning) {

    static final int PARTITIONS = 4;

    /// Empty when that process is not ours to start: an outside database.
    Optional<ProcessPlan> of(Part part) {
        return switch (part) {
            case BROKER ->
                    Optional.of(
                            own(
                                    part,
                                    "amends.deploy.broker.Broker",
                                    ports.of(part),
                                    ports.controller(),
                                    PARTITIONS));
            case DATABASE ->
                    outsideDatabase().isPresent() ? Optional.empty() : Optional.of(database());
            case MAIL_SINK ->
                    Optional.of(
                            own(part, "amends.deploy.mail.MailSink", ports.smtp(), ports.of(part)));
            case INTAKE, WORKFLOW, ANALYTICS, NOTIFICATION, GATEWAY -> Optional.of(service(part));
        };
    }

    String mongodbUri() {
        return outsideDatabase()
                .orElse("mongodb://127.0.0.1:" + ports.of(Part.DATABASE) + "/amends");
    }

    private Optional<String> outsideDatabase() {
        return Optional.ofNullable(environment.get("MONGODB_URI"));
    }

    private ProcessPlan database() {
        Part part = Part.DATABASE;
        Optional<Path> mongod = Installation.onPath("mongod");
        if (mongod.isEmpty()) {
            return own(part, "amends.deploy.database.EmbeddedDatabase", ports.of(part));
        }
        Path folder = data.path().resolve("mongodb");
        List<String> command =
                List.of(
                        mongod.get().toString(),
                        "--dbpath",
                        folder.toString(),
                        "--bind_ip",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(ports.of(part)),
                        "--wiredTigerCacheSizeGB",
                        "0.25",
                        "--logpath",
                        data.log(part).toString(),
                        "--logappend");
        return plan(part, command, Map.of(), new Readiness.Listens(ports.of(part)));
    }

    /// A process whose program is in this module. Its first argument is its folder.
    private ProcessPlan own(Part part, String main, int... numbers) {
        List<String> command = java(part);
        command.add("-Dlogback.configurationFile=process-logback.xml");
        command.add("-Damends.log=" + data.log(part));
        command.addAll(List.of("-cp", copy(part).jar().toString(), main));
        command.add(data.of(part).toString());
        for (int number : numbers) {
            command.add(String.valueOf(number));
        }
        return plan(part, command, environment, new Readiness.Listens(ports.of(part)));
    }

    private ProcessPlan service(Part part) {
        List<String> command = java(part);
        command.addAll(List.of("-jar", copy(part).jar().toString()));
        Map<String, String> settings = new HashMap<>(serviceEnvironment(part));
        settings.putAll(environment);
        return plan(
                part,
                command,
                settings,
                new Readiness.Answers(ports.url(part).resolve("/actuator/health/readiness")));
    }

    private ProcessPlan plan(
            Part part, List<String> command, Map<String, String> settings, Readiness ready) {
        Path learned =
                command.stream().anyMatch(it -> it.startsWith("-XX:AOTCacheOutput="))
                        ? copy(part).unfinishedCache()
                        : null;
        return new ProcessPlan(
                part,
                command,
                settings,
                ports.of(part),
                data.log(part),
                data.console(part),
                ready,
                learned);
    }

    RunCopy copy(Part part) {
        return RunCopy.of(part, installation);
    }

    private List<String> java(Part part) {
        Part.Room room = part.room();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                installation.java().toString(),
                                "-Xms16m",
                                "-Xmx" + heap(part) + "m",
                                "-Xss512k",
                                "-XX:MaxMetaspaceSize=" + room.metaspace() + "m",
                                "-XX:ReservedCodeCacheSize=" + room.code() + "m",
                                "-XX:MaxDirectMemorySize=" + room.direct() + "m",
                                "-XX:+UseSerialGC",
                                // compilers take much while they are at it and give it back late
                                "-XX:TrimNativeHeapInterval=10000",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(copy(part).flags(learning));
        return command;
    }

    private String heap(Part part) {
        return environment.getOrDefault(heapVariable(part), String.valueOf(part.room().heap()));
    }

    /// In the environment of `deploy/up`: megabytes, instead of those that [Part] gives.
    static String heapVariable(Part part) {
        return "AMENDS_HEAP_" + part.name();
    }

    private Map<String, String> serviceEnvironment(Part part) {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "SERVER_PORT", String.valueOf(ports.of(part)),
                                "SERVER_ADDRESS", "127.0.0.1",
                                "SPRING_KAFKA_BOOTSTRAP_SERVERS", ports.kafka(),
                                "MONGODB_URI", mongodbUri(),
                                "AMENDS_PARTITIONS", String.valueOf(PARTITIONS),
                                "AMENDS_STATE_DIR", data.of(part).toString(),
                                "LOGGING_FILE_NAME", data.log(part).toString(),
                                "LOGGING_LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE", "10MB",
                                "LOGGING_LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP", "30MB",
                                "LOGGING_THRESHOLD_CONSOLE", "OFF"));
        settings.put("AMENDS_IDENTITY_PUBLIC_KEY", data.identityPublicKey().toString());
        switch (part) {
            case NOTIFICATION ->
                    settings.putAll(
                            Map.of(
                                    "SMTP_HOST", "127.0.0.1",
                                    "SMTP_PORT", String.valueOf(ports.smtp()),
                                    "AMENDS_PUBLIC_URL", ports.url(Part.GATEWAY).toString(),
                                    "AMENDS_LINK_SECRET", credentials.linkSecret()));
            case GATEWAY ->
                    settings.putAll(
                            Map.of(
                                    "AMENDS_CREDENTIALS", data.credentials().toString(),
                                    "AMENDS_IDENTITY_KEY", data.identityKey().toString(),
                                    "AMENDS_INTAKE_URL", ports.url(Part.INTAKE).toString(),
                                    "AMENDS_WORKFLOW_URL", ports.url(Part.WORKFLOW).toString(),
                                    "AMENDS_ANALYTICS_URL", ports.url(Part.ANALYTICS).toString(),
                                    "AMENDS_NOTIFICATION_URL",
                                            ports.url(Part.NOTIFICATION).toString()));
            case INTAKE -> settings.put("AMENDS_LINK_SECRET", credentials.linkSecret());
            case BROKER, DATABASE, MAIL_SINK, WORKFLOW, ANALYTICS -> {}
        }
        return settings;
    }
}
