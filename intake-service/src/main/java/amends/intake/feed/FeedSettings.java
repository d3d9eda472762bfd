package amends.intake.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;

/// The foreign topics that are read, by a name that stays.
@ConfigurationProperties("amends.intake")
record FeedSettings(@DefaultValue Map<String, Feed> feeds) {

    /// One of them.
    ///
    /// @param mapping how its records are read: a partner mapping, `cloudevents` or `canonical`
    /// @param source as which its records count; absent: `kafka:` and its name
    /// @param bootstrapServers of the cluster it is on; absent: our own
    /// @param properties of the Kafka consumer, for example who we are there
    record Feed(
            String topic,
            String mapping,
            @Nullable String source,
            @Nullable String bootstrapServers,
            @DefaultValue Map<String, String> properties) {

        /// Properties may hold passwords.
        @Override
        public String toString() {
            return topic + " by " + mapping;
        }
    }
}
