package amends.deploy.broker;

import kafka.Kafka;
import kafka.tools.StorageTool;

import org.apache.kafka.common.Uuid;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs one Kafka node, broker and controller in one, in KRaft mode; the first start formats its
/// folder.
///
/// Arguments: folder, port, controller port, partitions.
public final class Broker {

    private Broker() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        BrokerSettings settings =
                new BrokerSettings(
                        folder.resolve("log"),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
        Path file = Files.writeString(folder.resolve("server.properties"), settings.asProperties());
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            format(file);
        }
        Kafka.main(new String[] {file.toString()});
    }

    private static void format(Path settings) {
        String[] command = {
            "format", "--config", settings.toString(), "--cluster-id", Uuid.randomUuid().toString()
        };
        int status =
                StorageTool.execute(
                        command,
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    "Kafka could not format the folder named in "
                            + settings
                            + "; is it writable, and does the disk have room?");
        }
    }
}
