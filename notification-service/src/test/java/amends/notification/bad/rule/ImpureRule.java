package amends.notification.bad.rule;

import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

import java.time.Instant;

/// Asks the clock, knows Kafka and Spring: all that a rule must not.
@Component
public class ImpureRule {

    public TopicPartition now() {
        return new TopicPartition(Instant.now().toString(), 0);
    }
}
