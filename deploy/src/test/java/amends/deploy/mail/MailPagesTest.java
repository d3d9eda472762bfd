package amends.deploy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
