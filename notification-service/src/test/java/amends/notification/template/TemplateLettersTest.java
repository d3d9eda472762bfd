package amends.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.ResponsibleArea;
import amends.contracts.complaint.Verification;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationKind;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PersonName;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.notification.Stories;
import amends.notification.rule.Correspondence;
import amends.notification.rule.FollowUp;
import amends.notification.rule.Notice;
import amends.notification.rule.Occasion;
import amends.notification.rule.Promised;
import amends.notification.rule.Recipient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every letter in every language: complete, escaped, and word for word as approved.
class TemplateLettersTest {

    private static final String HOSTILE = "<script>alert('x')</script> & \"quotes\"";
    private static final Occasion OCCASION =
            new Occasion(Stories.complaint("<t@example.jp>"), 7, Stories.APRIL_FIRST);
    private static final Instant DUE = Instant.parse("2026-04-02T09:00:00Z");
    private static final Templates SHIPPED = Templates.shipped();
    private static final TemplateLetters LETTERS =
            new TemplateLetters(
                    () -> SHIPPED,
                    ZoneId.of("Asia/Tokyo"),
                    (_, _, language) -> URI.create("https://example.jp/survey/" + language));

    record Letter(String name, Notice notice, String language) {
        @Override
        public String toString() {
            return name + "-" + language;
        }
    }

    static Stream<Letter> letters() {
        return Templates.LANGUAGES.stream()
                .flatMap(
                        language ->
                                notices("{text}").entrySet().stream()
                                        .map(e -> new Letter(e.getKey(), e.getValue(), language)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void isAsApproved(Letter letter) throws IOException {
        EmailRequested mail = write(letter.notice(), letter.language(), "山田 花子", "掃除機");
        String written = mail.message().subject().value() + "\n\n" + mail.message().text().value();
        assertThat(written).isEqualTo(approved(letter.toString(), written));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void saysTheSameAsTextAndAsHtmlAndLeavesNothingOut(Letter letter) {
        EmailRequested mail = write(letter.notice(), letter.language(), "山田 花子", "掃除機");
        String text = mail.message().text().value();
        String html = mail.message().html().value();
        for (String both : List.of(text, html)) {
            assertThat(both)
                    .contains("Example")
                    .contains(OCCASION.complaint().reference().toString());
            assertThat(both).doesNotContain("{{", "{%", "null");
        }
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> assertThat(html).contains(line));
        assertThat(mail.message().subject().value())
                .endsWith(" [" + OCCASION.complaint().reference() + "]");
        assertThat(mail.template().language().value()).isEqualTo(letter.language());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void whateverPeopleWriteStaysTextInHtml(Letter letter) {
        Notice hostile = notices(HOSTILE).get(letter.name());
        EmailRequested mail = write(hostile, letter.language(), HOSTILE, HOSTILE);
        assertThat(mail.message().html().value())
                .doesNotContain("<script")
                .doesNotContain("& \"quotes\"")
                .contains("&lt;script&gt;");
    }

    @Test
    void noTemplateIsWrittenInOneLanguageOnly() {
        assertThat(letters()).hasSize(3 * notices("x").size());
        assertThat(notices("x").values().stream().map(Notice::kind).distinct())
                .containsExactlyInAnyOrder(NotificationKind.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-Hans", "zh-TW", "zh-Hant-HK"})
    void everyChineseIsAnsweredInChinese(String tag) {
        assertThat(Templates.spoken(new LanguageTag(tag)).value()).isEqualTo("zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "fr", "und", "x", "not a tag"})
    void allOthersAreAnsweredInEnglish(String tag) {
        assertThat(Templates.spoken(new LanguageTag(tag)).value()).isEqualTo("en");
    }

    @Test
    void aCustomerWithoutANameIsGreetedAllTheSame() {
        for (String language : Templates.LANGUAGES) {
            EmailRequested mail = write(new Notice.Thanks(), language, null, "x");
            assertThat(mail.message().text().value())
                    .matches("(?s)(お客様|Dear customer,|尊敬的客户：)\\n.*");
        }
    }

    @Test
    void everyRemedyHasANameInEveryLanguage() {
        List<Remedy> all =
                Stream.of(
                                Arrays.stream(Remedy.MaterialKind.values())
                                        .<Remedy>map(TemplateLettersTest::worth),
                                Arrays.stream(Remedy.MoralKind.values())
                                        .<Remedy>map(Remedy.Moral::new),
                                Stream.<Remedy>of(
                                        new Remedy.ServiceImprovement(
                                                new ResponsibleArea("logistics"))))
                        .flatMap(remedies -> remedies)
                        .toList();
        for (String language : Templates.LANGUAGES) {
            Frame frame = SHIPPED.frame(new LanguageTag(language));
            assertThat(all.stream().map(frame::remedy).distinct())
                    .hasSameSizeAs(all)
                    .noneMatch(String::isBlank);
        }
    }

    private static Map<String, Notice> notices(String text) {
        FreeText said = new FreeText(text);
        Map<String, Notice> notices = new LinkedHashMap<>();
        notices.put("acknowledgement", new Notice.Acknowledgement());
        notices.put("reply", new Notice.Reply(said));
        notices.put("promise", new Notice.Promise(new Promised(said, DUE)));
        notices.put(
                "renewed-promise", new Notice.RenewedPromise(new Promised(said, DUE), DUE, said));
        notices.put("renewed-promise-unknown", new Notice.RenewedPromise(null, DUE, said));
        notices.put("apology", new Notice.ApologyForBrokenPromise(new Promised(said, DUE)));
        notices.put("apology-unknown", new Notice.ApologyForBrokenPromise(null));
        notices.put("handover", new Notice.Handover(said));
        notices.put("proposal", new Notice.Proposal(worth(Remedy.MaterialKind.REFUND), said));
        notices.put("decline", new Notice.Decline(said));
        notices.put("solution-verified", new Notice.Solution(Verification.WITH_EVIDENCE, said));
        notices.put("solution-unverified", new Notice.Solution(Verification.UNVERIFIED, said));
        notices.put("follow-up", new Notice.FollowUpQuestion(new FollowUp(1, 7, DUE)));
        for (ReopeningReason reason : ReopeningReason.values()) {
            notices.put("reopening-" + reason, new Notice.Reopening(reason));
        }
        notices.put("thanks", new Notice.Thanks());
        notices.put("escalation", escalation(new QueueName("safety"), new AgentId("sato"), true));
        notices.put("escalation-unowned", escalation(null, null, false));
        return notices;
    }

    private static Notice escalation(QueueName queue, AgentId owner, boolean call) {
        return new Notice.Escalation(
                new ClockName("resolution"),
                DUE,
                150,
                queue,
                owner,
                call,
                URI.create("https://example.jp/#/complaints/" + OCCASION.complaint()));
    }

    private static Remedy worth(Remedy.MaterialKind kind) {
        return new Remedy.Material(kind, new BigDecimal("39800"), Currency.getInstance("JPY"));
    }

    private static EmailRequested write(Notice notice, String language, String name, String title) {
        Correspondence known =
                new Correspondence(
                        OCCASION.complaint().reference(),
                        new BrandName("Example"),
                        new Recipient(
                                name == null ? null : new PersonName(name),
                                List.of(new EmailAddress("hanako@example.jp")),
                                new LanguageTag(language)),
                        new FreeText(title),
                        true,
                        Map.of(new PromiseId("p1"), new Promised(new FreeText("x"), DUE)),
                        1,
                        null);
        return LETTERS.write(OCCASION, notice, known, new EmailAddress("hanako@example.jp"));
    }

    /// The approved words; `-Dapprove=true` writes down what is there now.
    private static String approved(String name, String written) throws IOException {
        if (Boolean.getBoolean("approve")) {
            Path file = Path.of("src/test/resources/approved/letters", name + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
            return written;
        }
        try (InputStream in =
                TemplateLettersTest.class.getResourceAsStream(
                        "/approved/letters/" + name + ".txt")) {
            assertThat(in)
                    .as("approved letter " + name + "; write it with -Dapprove=true")
                    .isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
