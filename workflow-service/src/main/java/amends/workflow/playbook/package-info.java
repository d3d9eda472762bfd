/// How an agent talks with a customer of a certain type.
@NullMarked
package amends.workflow.playbook;

import org.jspecify.annotations.NullMarked;
