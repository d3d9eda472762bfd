/// The shipped playbooks.
@NullMarked
package amends.workflow.playbook;

import org.jspecify.annotations.NullMarked;
