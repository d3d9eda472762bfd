package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PlainTextTest {

    @Test
    void spacesAtTheEndOfALineGoHoweverManyThereAre() {
        String html =
                "<p>x" + "<i> </i>".repeat(60_000) + "<br>y" + "<i> </i>".repeat(60_000) + "z";
        String words =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PlainText.ofHtml(html));
        assertThat(words).startsWith("x\ny ").endsWith(" z");
    }

    @Test
    void whatIsPlainStaysSo() {
        String plain = PlainText.ofPlain("a\u0001\u0301 " + "b ".repeat(PlainText.LONGEST));
        assertThat(plain).startsWith("á b").endsWith("b");
        assertThat(PlainText.ofPlain(plain)).isEqualTo(plain);
    }
}
