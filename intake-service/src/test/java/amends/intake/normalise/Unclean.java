package amends.intake.normalise;

import org.apache.kafka.common.TopicPartition;

import java.time.Instant;

/// What the architecture rules forbid: a bad example for their test.
public class Unclean {

    public TopicPartition partition() {
        return new TopicPartition(Instant.now().toString(), 0);
    }
}
