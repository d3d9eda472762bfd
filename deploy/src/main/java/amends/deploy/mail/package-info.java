/// A mail server that keeps every mail and shows it instead of sending it on.
@NullMarked
package amends.deploy.mail;

import org.jspecify.annotations.NullMarked;
