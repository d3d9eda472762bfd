package amends.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import amends.intake.channel.Scope;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// What is no file of rows is answered with what is wrong with it.
class FileTextTest {

    @Test
    void whatIsPackedIsUnpackedWhateverItIsCalled() throws IOException {
        assertThat(read(packed("{}\n".repeat(9)), true)).isEqualTo("{}\n".repeat(9));
        assertThat(read(packed("{}"), false)).isEqualTo("{}");
        assertThat(read("{}".getBytes(StandardCharsets.UTF_8), false)).isEqualTo("{}");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(new byte[0], false, "is empty");
        assertRefused(new byte[0], true, "is empty");
        assertRefused(packed(""), true, "is empty");
    }

    @Test
    void whatIsCalledPackedAndIsNotIsRefused() {
        byte[] random = new byte[5_000];
        new Random(7).nextBytes(random);
        assertRefused(random, true, "gzip");
        random[0] = 0x1f;
        random[1] = (byte) 0x8b;
        assertRefused(random, false, "gzip");
        random[2] = 8;
        random[3] = 0;
        assertRefused(random, true, "gzip");
    }

    @Test
    void whatBreaksOffIsRefusedWhereItDoes() throws IOException {
        byte[] packed = packed("{\"text\":\"It leaks\"}\n".repeat(10_000));
        assertRefused(Arrays.copyOf(packed, packed.length - 20), true, "breaks off");
        assertRefused(Arrays.copyOf(packed, 5), true, "breaks off");
    }

    private static void assertRefused(byte[] file, boolean gzip, String why) {
        assertThatExceptionOfType(RefusedUpload.class)
                .isThrownBy(() -> read(file, gzip))
                .withMessageContaining(why)
                .returns(RefusedUpload.Why.UNREADABLE, RefusedUpload::why);
    }

    private static String read(byte[] file, boolean gzip) throws IOException {
        Upload upload = new Upload(new ImportId("test"), null, null, null, gzip, Scope.EVERYTHING);
        StringWriter text = new StringWriter();
        try (Reader reader = FileText.of(upload, new ByteArrayInputStream(file))) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
