/// Of what temper and relation a customer is, by the signs in his contacts.
@NullMarked
package amends.workflow.typology;

import org.jspecify.annotations.NullMarked;
