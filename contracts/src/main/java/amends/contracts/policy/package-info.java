/// Configuration that decisions are made under, versioned for ever.
@NullMarked
package amends.contracts.policy;

import org.jspecify.annotations.NullMarked;
