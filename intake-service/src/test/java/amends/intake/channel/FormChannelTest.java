package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;
import amends.contracts.quarantine.AsideKind;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

class FormChannelTest {

    private static final String PAGE = PostedSamples.page("page-1");

    @Test
    void thePageBecomesAContactWithItsFiles() {
        Reading.Understood understood = (Reading.Understood) read(PAGE);
        Contact contact = understood.contact();
        assertThat(contact.content().channel().value()).isEqualTo("web-form");
        assertThat(contact.content().text().value()).isEqualTo("It leaks");
        assertThat(contact.content().product().value()).isEqualTo("Kettle K2");
        assertThat(contact.customer().emails().getFirst().value()).isEqualTo("ada@example.org");
        assertThat(contact.content().attachments().getFirst().fileName().value())
                .isEqualTo("写真.jpg");
        assertThat(new String(understood.files().getFirst().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("an invented picture");
    }

    @Test
    void aPageSentTwiceIsOneContactAndAChangedOneAnother() {
        Contact first = Channels.understood(read(PAGE));
        Contact changed = Channels.understood(read(PAGE.replace("It leaks", "It smokes")));
        assertThat(Channels.understood(read(PAGE)).content().id()).isEqualTo(first.content().id());
        assertThat(changed.content().id()).isNotEqualTo(first.content().id());
    }

    @Test
    void whoAddsHisAddressOrAPhotoIsNotTakenForTheSamePageAgain() {
        assertThat(
                        java.util.stream.Stream.of(
                                        PAGE,
                                        PAGE.replace("ada@example.org", "ben@example.org"),
                                        PAGE.replace("an invented picture", "another picture"),
                                        PAGE.replace("Kettle K2", "Kettle K3"))
                                .map(page -> Channels.understood(read(page)).content().id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLotComesFromTheCodeOnThePackaging() {
        String page =
                PAGE.replace(
                        "--page--",
                        "--page\r\n"
                                + "Content-Disposition: form-data; name=\"lot\"\r\n\r\n"
                                + "L42\r\n"
                                + "--page--");
        Contact contact = Channels.understood(read(page));
        assertThat(contact.content().channel().value()).isEqualTo("packaging-code");
        assertThat(contact.content().text().value()).isEqualTo("It leaks\nLot: L42");
    }

    @Test
    void programsAreSetAsideAndLetThroughWhenSomebodySaysSo() {
        String trapped =
                PAGE.replace(
                        "name=\"website\"\r\n\r\n", "name=\"website\"\r\n\r\nhttps://spam.example");
        for (String page : java.util.List.of(trapped, hasty(trapped))) {
            assertThat(read(page))
                    .isInstanceOfSatisfying(
                            Reading.SetAside.class,
                            robot -> assertThat(robot.kind()).isEqualTo(AsideKind.ROBOT));
            assertThat(
                            Channels.understood(
                                            PostedSamples.WEB_FORM.readAsWritten(
                                                    PostedSamples.form(page)))
                                    .content()
                                    .text()
                                    .value())
                    .isEqualTo("It leaks");
        }
    }

    @Test
    void aPageThatIsSentWithinAMomentIsAskedForOnceMoreAndThenTaken() {
        String early = PostedSamples.TOKENS.token(Channels.NOW.minusSeconds(1), "page-2");
        String page = PostedSamples.recorded("web-form.txt");
        assertThat(read(page.replace("TOKEN", early)))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(Fault::pointer)
                                        .containsExactly("/token/at-once"));
        String again = PostedSamples.TOKENS.again(early, Channels.NOW, "new");
        assertThat(PostedSamples.TOKENS.verdict(again, Channels.NOW))
                .isEqualTo(new FormTokens.Verdict.Sound("page-2"));
        assertThat(Channels.understood(read(page.replace("TOKEN", again))).content().text().value())
                .isEqualTo("It leaks");
    }

    private static String hasty(String page) {
        String token = PostedSamples.TOKENS.token(Channels.NOW.minusSeconds(1), "page-2");
        return page.replaceFirst(
                "name=\"token\"\\s+[^\\r\\n]+",
                java.util.regex.Matcher.quoteReplacement("name=\"token\"\r\n\r\n" + token));
    }

    @Test
    void aPageThatWasForgedOrOpenedADayAgoHasToBeOpenedAgain() {
        FormTokens others =
                new FormTokens("another secret".getBytes(StandardCharsets.UTF_8), Duration.ZERO);
        for (String token :
                java.util.List.of(
                        "",
                        "nonsense",
                        others.token(Channels.NOW.minusSeconds(10), "page-3"),
                        PostedSamples.TOKENS.token(
                                Channels.NOW.minus(Duration.ofHours(25)), "p"))) {
            Reading reading = read(PostedSamples.recorded("web-form.txt").replace("TOKEN", token));
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Reading.Invalid.class,
                            refused ->
                                    assertThat(refused.faults().getFirst().pointer())
                                            .isEqualTo("/token"));
        }
    }

    @Test
    void aPageThatComesBackMayBeSentAtOnceAndIsKnownAgain() {
        String good = PostedSamples.TOKENS.token(Channels.NOW.minusSeconds(10), "page-4");
        assertThat(PostedSamples.TOKENS.again(good, Channels.NOW, "new")).isEqualTo(good);
        for (String useless :
                java.util.List.of(
                        "",
                        PostedSamples.TOKENS.token(
                                Channels.NOW.minus(Duration.ofHours(25)), "p"))) {
            String again = PostedSamples.TOKENS.again(useless, Channels.NOW, "new");
            assertThat(PostedSamples.TOKENS.verdict(again, Channels.NOW))
                    .isEqualTo(new FormTokens.Verdict.Sound("new"));
        }
    }

    private static Reading read(String page) {
        return PostedSamples.WEB_FORM.read(PostedSamples.form(page));
    }
}
