package amends.analytics;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/// Settings of the service. What the figures mean is not set here but in the versioned
/// `analytics/*.yaml`.
///
/// @param mongodbUri with the name of the database
/// @param partitions of topics that are created here
/// @param stateDir where the topology keeps its local state; it can be deleted, and is rebuilt
/// @param publishEvery how often changed figures are sent
/// @param zone in which a day is a day
/// @param historyAfter a complaint that was received so long before it is taken in is history: its
///   customer waits from then on
/// @param brandsApart how many brands each partition counts apart, those it hears of first
@ConfigurationProperties("amends.analytics")
public record AnalyticsSettings(
        String mongodbUri,
        int partitions,
        Path stateDir,
        Duration publishEvery,
        ZoneId zone,
        Duration historyAfter,
        int brandsApart) {}
