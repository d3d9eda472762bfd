/// The documents of what the platform offers, held against the code.
@NullMarked
package amends.contracts.document;

import org.jspecify.annotations.NullMarked;
