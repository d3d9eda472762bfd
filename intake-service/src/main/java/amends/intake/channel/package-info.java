/// One class per way in which a complaint arrives; each reads its own form, and only that. Pure.
@NullMarked
package amends.intake.channel;

import org.jspecify.annotations.NullMarked;
