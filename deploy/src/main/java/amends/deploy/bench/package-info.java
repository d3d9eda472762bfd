/// Measures the platform against its own limit: every row a ratio from the same run.
@NullMarked
package amends.deploy.bench;

import org.jspecify.annotations.NullMarked;
