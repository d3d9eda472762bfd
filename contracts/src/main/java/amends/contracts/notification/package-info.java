/// What customers are told, and what became of it.
@NullMarked
package amends.contracts.notification;

import org.jspecify.annotations.NullMarked;
