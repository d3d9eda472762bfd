/// Who is complaining: by temper, and by relation to the company.
@NullMarked
package amends.contracts.typology;

import org.jspecify.annotations.NullMarked;
