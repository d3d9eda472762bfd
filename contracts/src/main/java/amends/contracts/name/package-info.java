/// Typed names and ids: short, free of personal data, safe as keys, labels and log fields.
@NullMarked
package amends.contracts.name;

import org.jspecify.annotations.NullMarked;
