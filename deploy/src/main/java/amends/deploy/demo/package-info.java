/// Invented customers and agents who bring the local platform to life.
@NullMarked
package amends.deploy.demo;

import org.jspecify.annotations.NullMarked;
