/// What do we learn: figures from the log of complaints, one package per question.
@NullMarked
package amends.analytics;

import org.jspecify.annotations.NullMarked;
