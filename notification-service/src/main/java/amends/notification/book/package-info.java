/// The templates in force: versioned, tried before they are used, told by their topic.
@NullMarked
package amends.notification.book;

import org.jspecify.annotations.NullMarked;
