package amends.deploy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class MailPagesTest {

    @Test
    void showsMarkUpAsText() {
        assertThat(MailPages.linked("<script>alert('x')</script>"))
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    }

    @Test
    void makesLinksClickable() {
        assertThat(MailPages.linked("see http://127.0.0.1:8080/survey/a?b=1&c=2 please"))
                .isEqualTo(
                        "see <a rel=noreferrer href=\"http://127.0.0.1:8080/survey/a?b=1&amp;c=2\">"
                                + "http://127.0.0.1:8080/survey/a?b=1&amp;c=2</a> please");
    }

    @Test
    void aLinkCannotBreakOutOfItsAttribute() {
        assertThat(MailPages.linked("http://x\"onmouseover=alert(1)"))
                .doesNotContain("\"onmouseover");
    }

    @Test
    void tellsTimesToTheSecond() {
        assertThat(MailPages.moment(Instant.parse("2026-11-22T02:22:23.565093335Z")))
                .isEqualTo("2026-11-22 02:22:23 UTC");
    }
}
