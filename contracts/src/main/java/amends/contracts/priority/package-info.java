/// How urgent a complaint is, and why.
@NullMarked
package amends.contracts.priority;

import org.jspecify.annotations.NullMarked;
