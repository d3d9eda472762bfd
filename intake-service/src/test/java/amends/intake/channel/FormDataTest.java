package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.MediaTypeName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

class FormDataTest {

    private static final MediaTypeName TYPE = new MediaTypeName("multipart/form-data; boundary=b");

    @Test
    void fieldsAndFilesAreReadToTheLastByte() {
        byte[] file = new byte[5000];
        new Random(1).nextBytes(file);
        byte[] whole =
                joined(
                        "--b\r\n"
                            + "Content-Disposition: form-data; name=\"text\"\r\n\r\n"
                            + "漏れる\r\n"
                            + "--b\r\n"
                            + "content-disposition: form-data; name=\"file\"; filename=\"a"
                            + " b.pdf\"\r\n"
                            + "Content-Type: application/pdf\r\n\r\n",
                        file,
                        "\r\n--b--\r\n");
        FormData form = FormData.parse(TYPE, whole).orElseThrow();
        assertThat(form.field("text")).isEqualTo("漏れる");
        assertThat(form.field("file")).isEmpty();
        FormPart part = form.files("file").getFirst();
        assertThat(part.content()).isEqualTo(file);
        assertThat(part.fileName()).isEqualTo("a b.pdf");
        assertThat(part.mediaType()).isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
                "--b\r\nno end of headers\r\n--b--",
                "--c\r\n\r\nx\r\n--c--"
            })
    void whatIsNotWholeIsNoForm(String content) {
        assertThat(FormData.parse(TYPE, content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aNumberInAFieldIsMaskedAndTheSameBytesInAFileAreNot() {
        byte[] whole =
                joined(
                        "--b\r\n"
                            + "Content-Disposition: form-data; name=\"text\"\r\n\r\n"
                            + "4111111111111111\r\n"
                            + "--b\r\n"
                            + "Content-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n",
                        "4111111111111111".getBytes(StandardCharsets.US_ASCII),
                        "\r\n--b--\r\n");
        byte[] masked = FormData.masked(TYPE, whole);
        FormData form = FormData.parse(TYPE, masked).orElseThrow();
        assertThat(form.field("text")).isEqualTo("************1111");
        assertThat(new String(form.files("f").getFirst().content(), StandardCharsets.US_ASCII))
                .isEqualTo("4111111111111111");
        assertThat(masked).hasSize(whole.length);
    }

    @Test
    void noMoreThanAHundredPartsAreTaken() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
        assertThat(FormData.parse(TYPE, bytes(part.repeat(100) + "--b--"))).isPresent();
        assertThat(FormData.parse(TYPE, bytes(part.repeat(101) + "--b--"))).isEmpty();
    }

    private static byte[] joined(String before, byte[] file, String after) {
        byte[] first = bytes(before);
        byte[] last = bytes(after);
        byte[] whole = Arrays.copyOf(first, first.length + file.length + last.length);
        System.arraycopy(file, 0, whole, first.length, file.length);
        System.arraycopy(last, 0, whole, first.length + file.length, last.length);
        return whole;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
