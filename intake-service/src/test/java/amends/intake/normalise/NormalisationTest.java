package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class NormalisationTest {

    private static final Moments TOKYO =
            new Moments(ZoneId.of("Asia/Tokyo"), List.of("uuuu年MM月dd日"));

    @ParameterizedTest
    @CsvSource({
        "ja,冷蔵庫が動きません。早く直してください。",
        "ja,カメラ故障",
        "en,My new camera does not work and nobody answers the phone.",
        "en,The refund never arrived",
        "zh,我的冰箱坏了，客服一直不接电话，要求退款。",
        "zh,这个の牌子质量太差了，我要投诉你们公司，必须退款。",
        "de,Die Waschmaschine ist schon wieder kaputt und niemand antwortet.",
        "ko,냉장고가 고장났습니다",
        "und,12345"
    })
    void theLanguageIsRecognised(String language, String text) {
        assertThat(Languages.of(text).value()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "０３-１２３４-５６７８,JP,+81312345678",
        "090 1234 5678,JP,+819012345678",
        "(202) 456-1111,US,+12024561111",
        "+86 10 6552 9988,JP,+861065529988",
        "13812345678,CN,+8613812345678"
    })
    void phoneNumbersHaveOneSpelling(String written, String region, String e164) {
        assertThat(PhoneNumbers.read(written, region).orElseThrow().value()).isEqualTo(e164);
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(PhoneNumbers.read("ask my wife", "JP")).isEmpty();
        assertThat(PhoneNumbers.read("123", "JP")).isEmpty();
        assertThat(MailAddresses.read("nobody")).isEmpty();
        assertThat(TOKYO.read("soon")).isEmpty();
        assertThat(TOKYO.read("2021年02月30日")).isEqualTo(TOKYO.read("2021年02月28日"));
    }

    @ParameterizedTest
    @CsvSource({
        "Hanako <Hanako@EXAMPLE.JP>,Hanako@example.jp",
        "ａ＠例え.jp,a@xn--r8jz45g.jp",
        "a+b@example.com.,a+b@example.com"
    })
    void mailAddressesHaveOneSpelling(String written, String address) {
        assertThat(MailAddresses.read(written).orElseThrow().value()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T09:30:00Z,2026-04-01T09:30:00Z",
        "2026-04-01T18:30:00+09:00,2026-04-01T09:30:00Z",
        "2026-04-01T18:30,2026-04-01T09:30:00Z",
        "2026-04-01,2026-03-31T15:00:00Z",
        "2021年01月31日,2021-01-30T15:00:00Z",
        "２０２１年１月３０日,2021-01-29T15:00:00Z",
        "2019/9/3,2019-09-02T15:00:00Z",
        "'Tue, 31 Mar 2026 21:00:00 +0900',2026-03-31T12:00:00Z"
    })
    void momentsHaveAZone(String written, Instant moment) {
        assertThat(TOKYO.read(written)).hasValue(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "My order #A-10023 never came,A-10023",
        "Order number: 4471-22 is late,4471-22",
        "注文番号：１２３４５６７ が届かない,1234567",
        "订单号 20260401001 没收到,20260401001"
    })
    void ordersAreFound(String text, String order) {
        assertThat(Mentions.orders(List.of(), PlainText.of(text)))
                .extracting(Object::toString)
                .containsExactly(order);
    }

    @Test
    void wordsAreNoOrders() {
        assertThat(Mentions.orders(List.of(), "in order to complain, I order you to answer"))
                .isEmpty();
        assertThat(Mentions.product("製品名: CleanAir 300\n煙が出た")).hasValue("CleanAir 300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                " ",
                "\n",
                "order ",
                "On 1, ",
                "> ",
                "a@",
                "<",
                "<a ",
                "2024年5月1日 @",
                "From: ",
                "製品",
                "On 1,\n",
                "> \n",
                "-"
            })
    void noTextTakesLong(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    String plain = PlainText.of(QuotedReplies.strip(text));
                    Mentions.orders(List.of(), plain);
                    Mentions.product(plain);
                    Mentions.reference(plain);
                    Languages.of(plain);
                    MailAddresses.read(text);
                    PhoneNumbers.read(text, "JP");
                    TOKYO.read(plain);
                });
    }

    @Test
    void textIsCutButNotWithinACharacter() {
        String text = PlainText.of("😀".repeat(PlainText.LONGEST));
        assertThat(text).hasSizeLessThanOrEqualTo(PlainText.LONGEST).endsWith("😀");
        assertThat(PlainText.of("a\u0000b\r\nc")).isEqualTo("ab\nc");
    }
}
