/// What people and services can ask of workflow over HTTP.
@NullMarked
package amends.workflow.web;

import org.jspecify.annotations.NullMarked;
