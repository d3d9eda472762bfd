/// An embedded database that speaks MongoDB's protocol, kept on disk, as a process of its own.
@NullMarked
package amends.deploy.database;

import org.jspecify.annotations.NullMarked;
