/// HTTP: requests in, receipts and problem documents out.
@NullMarked
package amends.intake.web;

import org.jspecify.annotations.NullMarked;
