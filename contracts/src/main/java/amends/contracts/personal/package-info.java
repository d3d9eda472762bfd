/// The only types that may hold personal data. Nothing else in these contracts carries a name, a
/// contact point or free text.
@NullMarked
package amends.contracts.personal;

import org.jspecify.annotations.NullMarked;
