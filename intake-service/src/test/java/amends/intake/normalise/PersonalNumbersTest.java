package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import amends.contracts.contact.MediaTypeName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

class PersonalNumbersTest {

    private static final MediaTypeName JSON = new MediaTypeName("application/json");
    private static final MediaTypeName CSV = new MediaTypeName("text/csv");

    @ParameterizedTest
    @CsvSource({
        "Card 4111 1111 1111 1111 please,Card **** **** **** 1111 please",
        "4111-1111-1111-1111,****-****-****-1111",
        "カード番号は5555555555554444です,カード番号は************4444です",
        "Amex 3782 822463 10005,Amex **** ****** *0005",
        "JCB 3530111333300000,JCB ************0000",
        "K2 4111 1111 1111 1111,K2 **** **** **** 1111", // beside a word with a digit
        "4111 1111 1111 1111 3rd floor,**** **** **** 1111 3rd floor",
        "A1 4111111111111111 2x,A1 ************1111 2x",
        "No.4111111111111111,No.************1111",
        "Visa-4111 1111 1111 1111,Visa-**** **** **** 1111",
        "card—4111111111111111.Thanks,card—************1111.Thanks",
        "マイナンバーNo.123456789018,マイナンバーNo.************",
        "カード４１１１－１１１１－１１１１－１１１１,カード＊＊＊＊－＊＊＊＊－＊＊＊＊－１１１１",
        "マイナンバーは123456789018です,マイナンバーは************です",
        "個人番号 1234-5678-9018,個人番号 ****-****-****",
        "123456789018（マイナンバー）,************（マイナンバー）"
    })
    void whatNobodyShouldHaveSentIsMasked(String sent, String kept) {
        assertThat(PersonalNumbers.masked(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Card 4111 1111 1111 1112", // Luhn
                "1234567890123452", // of no issuer, though Luhn's check passes
                "マイナンバー 123456789017", // check digit
                "伝票番号 123456789018", // a parcel's
                "ヤマト 1234-5678-9018 が届かない", // one, too
                "123456789018", // of no name
                "JANコード 4901000000013", // of a kettle, and it passes Luhn's check
                "Tracking no. 1234-5678-9018",
                "電話 +123456789018",
                "https://example.com/a4111111111111111b", // within a word
                "K2-4111-1111-1111-1111", // part of one
                "2026-04-01 09:30:00 2026-04-01",
                "4111 11 11 11 11 11 11 11", // nobody writes a card so
                "090-1234-5678 03-1234-5678"
            })
    void otherNumbersStay(String text) {
        assertThat(PersonalNumbers.masked(text)).isSameAs(text);
    }

    @Test
    void aRunAsLongAsAMailNeedsNoMoreMemoryThanAShortOne() {
        String run = "1 ".repeat(3_000_000);
        assertThat(PersonalNumbers.masked(run)).isSameAs(run);
        assertThat(PersonalNumbers.masked(run + "4111 1111 1111 1111"))
                .isEqualTo(run + "**** **** **** 1111");
    }

    @Test
    void aListOfNumbersIsWalkedThroughOnce() {
        String sent = "[" + "4111111111111111,".repeat(200_000) + "\"4111111111111111\"]";
        byte[] kept =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(30), () -> Discretion.masked(JSON, utf8(sent)));
        assertThat(new String(kept, StandardCharsets.UTF_8))
                .isEqualTo("[" + "\"************1111\",".repeat(200_000) + "\"************1111\"]");
    }

    @Test
    void whatIsMaskedOnceStaysSo() {
        Random random = new Random(7);
        String letters = "0123456789 -４１番,\n";
        int changed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            text.append(random.nextInt(3) == 0 ? " 4111 1111 1111 1111 " : "");
            String masked = PersonalNumbers.masked(text.toString());
            assertThat(masked).as("wherever it stands").doesNotContain("4111 1111 1111");
            assertThat(PersonalNumbers.masked(masked)).isEqualTo(masked);
            assertThat(masked).hasSameSizeAs(text);
            if (!masked.contentEquals(text)) {
                changed++;
                assertThat(Discretion.mayContain(text.toString().getBytes(StandardCharsets.UTF_8)))
                        .as("the quick look misses nothing: %s", text)
                        .isTrue();
            }
        }
        assertThat(changed).isGreaterThan(1_000);
    }

    @Test
    void mostTextIsNotEvenLookedAt() {
        assertThat(mayContain("{\"at\":\"2026-04-01T09:30:00+09:00\",\"text\":\"It leaks\"}"))
                .isFalse();
        assertThat(mayContain("使用中に焦げ臭いにおいがして、煙が出ました。！？２０２６年")).isFalse();
        assertThat(mayContain("a 4111 1111 1111 1111")).isTrue();
    }

    @Test
    void jsonStaysJsonAndIdsStayApart() {
        String sent =
                """
                {"id":"4111111111111111","orders":["5555555555554444"],"text":"my card\\n4111111111111111: 4111111111111111, thanks",
                 "card": 4111111111111111,"cards":[5555555555554444],"other":"4111111111111111"}
                """;
        String kept = new String(Discretion.masked(JSON, utf8(sent)), StandardCharsets.UTF_8);
        assertThat(kept)
                .isEqualTo(
                        """
                        {"id":"4111111111111111","orders":["5555555555554444"],"text":"my card\\n************1111: ************1111, thanks",
                         "card": "************1111","cards":["************4444"],"other":"************1111"}
                        """);
        assertThat(JsonMapper.shared().readTree(kept).isObject()).isTrue();
        assertThat(Discretion.masked(JSON, utf8(kept))).isEqualTo(utf8(kept));
    }

    @Test
    void jsonThatWritesCharactersByTheirNumberHidesNone() {
        String sent =
                """
                {"text":"\\u756a\\u53f74111111111111111\\uff1a4111\\u30001111\\u30001111\\u30001111","n":"\\uff14111111111111111","o":"\\\\u0041"}
                """;
        String kept = new String(Discretion.masked(JSON, utf8(sent)), StandardCharsets.UTF_8);
        assertThat(kept)
                .isEqualTo(
                        """
                        {"text":"\\u756a\\u53f7************1111\\uff1a****\\u3000****\\u3000****\\u30001111","n":"＊***********1111","o":"\\\\u0041"}
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "-4111111111111111", "4111111111111111.5"})
    void aNumberOfWhateverFormThatIsMaskedBecomesAString(String number) {
        byte[] kept = Discretion.masked(JSON, utf8("{\"n\":[" + number + "]}"));
        assertThat(JsonMapper.shared().readTree(kept).at("/n/0").isString()).isTrue();
    }

    @Test
    void aRowWithoutSuchNumbersIsNotCopied() {
        byte[] row = utf8("番号,申告内容\n1,止まる 2022-12-31");
        assertThat(Discretion.masked(CSV, row)).isSameAs(row);
        assertThat(
                        new String(
                                Discretion.masked(CSV, utf8("1,4111111111111111,x")),
                                StandardCharsets.UTF_8))
                .isEqualTo("1,************1111,x");
    }

    private static boolean mayContain(String text) {
        return Discretion.mayContain(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
