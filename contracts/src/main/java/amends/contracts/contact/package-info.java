/// What a customer sent, normalised, with the original beside it.
@NullMarked
package amends.contracts.contact;

import org.jspecify.annotations.NullMarked;
