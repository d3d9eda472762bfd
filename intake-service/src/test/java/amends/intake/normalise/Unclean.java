package amends.intake.normalise;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/// What the architecture rules forbid: a bad example for their test.
public class Unclean {

    public TopicPartition partition() {
        return new TopicPartition(Instant.now().toString(), 0);
    }
}
