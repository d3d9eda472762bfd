package amends.intake.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// @param patience how long a single input waits for the log before its sender is asked to come
///   again
/// @param bulkPatience how long a row of a file may wait, a restart of the broker included
/// @param bulkLinger how long rows gather to a batch
/// @param buffer bytes that may wait for the log, per producer
/// @param mailsAnHour from one sender to one complaint; more look like a machine's
@ConfigurationProperties("amends.intake.publish")
record PublishSettings(
        @DefaultValue("5s") Duration patience,
        @DefaultValue("2m") Duration bulkPatience,
        @DefaultValue("5ms") Duration bulkLinger,
        @DefaultValue("50331648") long buffer,
        @DefaultValue("12") int mailsAnHour) {}
