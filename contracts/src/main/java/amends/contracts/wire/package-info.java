/// How messages cross Kafka: topics, the one JSON mapping, CloudEvents headers.
@NullMarked
package amends.contracts.wire;

import org.jspecify.annotations.NullMarked;
