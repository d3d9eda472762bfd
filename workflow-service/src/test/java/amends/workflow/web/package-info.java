/// What is read from requests.
@NullMarked
package amends.workflow.web;

import org.jspecify.annotations.NullMarked;
