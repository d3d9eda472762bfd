package amends.notification.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;
import java.time.Duration;

/// @param stateDir the folder of the local stores; it can be deleted at any time, Kafka holds their
///   contents
/// @param followUpDelay how long after a solution the customer is asked whether it is one
/// @param scheduleCheck how often the schedule is looked through
/// @param followUpsAtOnce how many of those due go out in one transaction
@ConfigurationProperties("amends.notification")
record StreamSettings(
        Path stateDir, Duration followUpDelay, Duration scheduleCheck, int followUpsAtOnce) {}
