/// The topology without a broker.
@NullMarked
package amends.workflow.stream;

import org.jspecify.annotations.NullMarked;
