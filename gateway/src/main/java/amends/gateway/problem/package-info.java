/// Errors as RFC 9457 problem documents.
@NullMarked
package amends.gateway.problem;

import org.jspecify.annotations.NullMarked;
