/// Reading the words of scans.
@NullMarked
package amends.intake.transcribe;

import org.jspecify.annotations.NullMarked;
