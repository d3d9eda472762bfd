/// How urgent a complaint is, and why: named, weighted factors.
@NullMarked
package amends.workflow.priority;

import org.jspecify.annotations.NullMarked;
