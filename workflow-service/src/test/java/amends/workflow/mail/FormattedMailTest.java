package amends.workflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

class FormattedMailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>here</a>",
                "<p onclick='alert(1)' style='background:url(https://t.example/p)'>x</p>",
                "<iframe src='https://t.example/'></iframe>",
                "<form action='https://t.example/'><input name=password></form>",
                "<link rel=stylesheet href='https://t.example/s'>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
                "<meta http-equiv=refresh content='0;url=https://t.example/'>",
                "<base href='https://t.example/'><p>x</p>",
                "<video poster='https://t.example/p'><source src='https://t.example/v'></video>",
                "<blockquote cite='https://t.example/'>x</blockquote>",
                "<table background='https://t.example/b'><tr><td>x</td></tr></table>",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>"
            })
    void nothingRunsLoadsOrSends(String hostile) {
        String html = shown("<p>Before</p>" + hostile + "<p>After</p>").html();

        assertThat(html)
                .contains("<p>Before</p>", "<p>After</p>")
                .doesNotContainPattern(
                        "(?i)<(script|img|iframe|form|input|link|svg|meta|base|video|source|style|math)\\b")
                .doesNotContainPattern(
                        "(?i)<[^>]*\\s(on\\w+|href|src|style|cite|background|poster)\\s*=");
    }

    @Test
    void structureStaysAndWhereLinksLeadIsRead() {
        FormattedMail mail =
                shown(
                        "<h1>Broken</h1><table><tr><td>Order</td><td>A-1</td></tr></table>"
                                + "<a href='https://other.example/x'>my shop</a>"
                                + "<img src='https://t.example/p.gif' alt='a burnt plug'>");

        assertThat(mail.html())
                .contains("<h1>Broken</h1>", "<td>A-1</td>")
                .contains("<a>my shop (https://other.example/x)</a>")
                .contains("[a burnt plug]");
        assertThat(mail.pictures()).isEqualTo(1);
    }

    @Test
    void whatAPictureIsSaidToShowIsTextOnly() {
        assertThat(shown("<p>x</p><img alt='&lt;b onclick=alert(1)&gt;y'>").html())
                .doesNotContain("<b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "Shift_JIS", "ISO-2022-JP", "EUC-JP"})
    void theFormattedOneOfSeveralFormsIsFoundInItsCharset(String charset) {
        String html =
                Base64.getMimeEncoder()
                        .encodeToString("<p>煙が出ました</p>".getBytes(Charset.forName(charset)));
        String mail =
                """
                From: hanako@example.jp
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                plain
                --a
                Content-Type: text/html; charset=%s
                Content-Transfer-Encoding: base64

                %s
                --a--
                --m--
                """
                        .formatted(charset, html);

        assertThat(FormattedMail.of(mail.getBytes(StandardCharsets.US_ASCII)).orElseThrow().html())
                .isEqualTo("<p>煙が出ました</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: x\nContent-Type: text/plain\n\n<p>not formatted</p>",
                "Subject: x\nContent-Type: text/html; name=page.html\n"
                        + "Content-Disposition: attachment; filename=page.html\n\n<p>a file</p>",
                "Subject: x\nContent-Type: multipart/mixed; boundary=a\n\nbroken off",
                "Subject: x\nContent-Type: //\n\nx",
                ""
            })
    void aMailWithoutFormattedWordsHasNone(String mail) {
        assertThat(FormattedMail.of(mail.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static FormattedMail shown(String html) {
        String mail = "Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n";
        return FormattedMail.of((mail + html).getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
