@NullMarked
package amends.workflow.mail;

import org.jspecify.annotations.NullMarked;
