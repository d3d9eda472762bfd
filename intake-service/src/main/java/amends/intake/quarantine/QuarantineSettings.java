package amends.intake.quarantine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// @param longest how long an input may lie before somebody is alarmed
/// @param looked how often the age is looked at
@ConfigurationProperties("amends.intake.quarantine")
record QuarantineSettings(
        @DefaultValue("24h") Duration longest, @DefaultValue("15s") Duration looked) {}
