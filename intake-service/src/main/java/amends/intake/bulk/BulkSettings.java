package amends.intake.bulk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// @param window rows on their way to the log at the same time, per import
/// @param imports imports at the same time
/// @param quiet how long to wait for outcomes after the last one that came
/// @param remembered finished imports whose counts can still be asked for
@ConfigurationProperties("amends.intake.bulk")
record BulkSettings(
        @DefaultValue("8192") int window,
        @DefaultValue("4") int imports,
        @DefaultValue("60s") Duration quiet,
        @DefaultValue("200") int remembered) {}
