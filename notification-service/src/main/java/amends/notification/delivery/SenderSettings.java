package amends.notification.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/// How persistent the sender is.
///
/// @param batch how many messages go out in one go
/// @param waiting how many may wait in memory before no more are taken from the log
/// @param attempts how often the receiving side may put a message off before it counts as failed
/// @param firstPause after the first time
/// @param longestPause at most
/// @param outagePause the longest pause while nobody is there; that never counts as an attempt
@ConfigurationProperties("amends.sender")
record SenderSettings(
        int batch,
        int waiting,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration outagePause) {}
