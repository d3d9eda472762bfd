/// The way onto the log: nothing counts as taken in before Kafka has it.
@NullMarked
package amends.intake.publish;

import org.jspecify.annotations.NullMarked;
