/// What is known about one complaint, folded from its events; every question starts from it.
@NullMarked
package amends.analytics.facts;

import org.jspecify.annotations.NullMarked;
