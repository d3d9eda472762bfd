/// A real Kafka broker as a process of its own.
@NullMarked
package amends.deploy.broker;

import org.jspecify.annotations.NullMarked;
