package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.intake.normalise.Charsets;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.PlainText;

import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

/// What another parser found in the mails of a collection is found here too: each of its texts
/// stands in the words or is an attachment, each of its files is an attachment to the last byte.
class MailCollectionsTest {

    private static final Path COLLECTION =
            Path.of(System.getProperty("amends.shared.data"), "mail/mail-mime4j");

    /// The other parser decoded a broken boundary and the text behind it too; the picture is
    /// shorter.
    private static final Map<String, Integer> WITHOUT_JUNK =
            Map.of("multi-frag_decoded_1_3_2.bin", 357);

    private static final Map<String, Map<String, String>> KEPT =
            Map.of(
                    "mail-mime4j",
                    Map.of(
                            "testmsgs/malformedHeader-noheader.msg", "mail-without-headers",
                            "testmsgs/malformedHeaderStartsBody-noheader.msg",
                                    "mail-without-headers",
                            "testmsgs/multipartnestedemptypartsnorfc822.msg", "mail-empty"),
                    "mail-mikel/emails",
                    Map.of(
                            "plain_emails/raw_email10.eml", "mail-charset-unknown",
                            "sample_output_multipart", "mail-without-headers"),
                    "mail-pyemail",
                    Map.of("msg_18.txt", "mail-empty", "msg_19.txt", "mail-without-headers"));

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s\";]+)");

    @Test
    void textsAndFilesAreThoseThatTheCollectionExpects() throws Exception {
        assumeThat(COLLECTION).as("mails with what is expected of them").exists();
        List<String> disagreed = new ArrayList<>();
        List<Path> mails = mails();
        for (Path mail : mails) {
            disagreed.addAll(disagreements(mail));
        }
        assertThat(mails).hasSize(80);
        assertThat(disagreed).as(String.join("\n", disagreed)).isEmpty();
    }

    /// What is not understood is kept whole, and only that: every other mail has words, a subject
    /// or files, or is a machine's.
    @ParameterizedTest
    @CsvSource({
        "mail-mime4j,.msg,80",
        "mail-mikel/emails,,104",
        "mail-pyemail,.txt,47",
    })
    void exactlyTheseAreKeptInQuarantine(String folder, @Nullable String ending, int mails)
            throws Exception {
        Path collection = Path.of(System.getProperty("amends.shared.data"), "mail", folder);
        assumeThat(collection).as("mails").exists();
        Map<String, String> kept = new TreeMap<>();
        List<Path> all = files(collection, ending == null ? "" : ending);
        for (Path mail : all) {
            Reading reading =
                    Channels.EMAIL.read(
                            Channels.arrival("message/rfc822", Files.readAllBytes(mail)));
            if (reading instanceof Reading.Unclear unclear) {
                kept.put(collection.relativize(mail).toString(), unclear.reason().value());
            } else {
                assertThat(reading)
                        .as(mail.toString())
                        .isInstanceOfAny(Reading.Understood.class, Reading.SetAside.class);
            }
        }
        assertThat(all).hasSize(mails);
        assertThat(kept).isEqualTo(KEPT.get(folder));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.walk(COLLECTION)) {
            return files.filter(file -> file.toString().endsWith(".msg")).sorted().toList();
        }
    }

    private static List<String> disagreements(Path file) throws Exception {
        byte[] content = Files.readAllBytes(file);
        if (Channels.EMAIL.read(Channels.arrival("message/rfc822", content))
                instanceof Reading.Unclear) {
            return List.of(); // kept whole
        }
        MailBody body = new MailBody();
        String words =
                letters(
                        body.words(
                                new MimeMessage(
                                        EmailChannel.SESSION, new ByteArrayInputStream(content))));
        Set<String> files =
                body.files().stream().map(each -> each.hash().value()).collect(Collectors.toSet());
        List<String> disagreed = new ArrayList<>();
        for (Element part : expected(file)) {
            byte[] bytes = expected(file, part.getAttribute("name"));
            boolean read =
                    part.getTagName().equals("text-body")
                            && (isAlternative(part) || isWithin(words, text(part, bytes)));
            if (!read && !files.contains(Hashes.of(bytes).value())) {
                disagreed.add(file.getFileName() + ": " + part.getAttribute("name"));
            }
        }
        return disagreed;
    }

    private static byte[] expected(Path mail, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(mail.resolveSibling(name));
        return WITHOUT_JUNK.containsKey(name)
                ? Arrays.copyOf(bytes, WITHOUT_JUNK.get(name))
                : bytes;
    }

    private static boolean isWithin(String words, String expected) {
        return words.contains(letters(expected))
                || words.contains(letters(PlainText.ofHtml(expected)));
    }

    /// One of several forms of the same words, of which the first is read.
    private static boolean isAlternative(Element part) {
        for (Node within = part.getParentNode();
                within instanceof Element element;
                within = within.getParentNode()) {
            if (header(element).contains("multipart/alternative")) {
                return element.getElementsByTagName("text-body").item(0) != part;
            }
        }
        return false;
    }

    /// The leaves of the mail itself; a mail within the mail is one file.
    private static List<Element> expected(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".msg", "_decoded.xml");
        Element mail =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.resolveSibling(name).toFile())
                        .getDocumentElement();
        List<Element> leaves = new ArrayList<>();
        collect(mail, leaves);
        return leaves;
    }

    private static void collect(Element within, List<Element> leaves) {
        for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                switch (element.getTagName()) {
                    case "text-body", "binary-body" -> leaves.add(element);
                    case "message", "header", "preamble", "epilogue" -> {}
                    default -> collect(element, leaves);
                }
            }
        }
    }

    private static String text(Element part, byte[] bytes) {
        Matcher told = CHARSET.matcher(header((Element) part.getParentNode()));
        return new String(
                bytes,
                (told.find() ? Charsets.named(told.group(1)) : Optional.<Charset>empty())
                        .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
                        .or(() -> Charsets.charset(bytes, bytes.length))
                        .orElse(StandardCharsets.ISO_8859_1));
    }

    private static String header(Element within) {
        for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("header")) {
                return child.getTextContent().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
