/// How well the company treated a customer, and who judged it.
@NullMarked
package amends.contracts.quality;

import org.jspecify.annotations.NullMarked;
