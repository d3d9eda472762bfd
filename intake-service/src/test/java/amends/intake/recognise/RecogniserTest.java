package amends.intake.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.Suggested;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class RecogniserTest {

    private static final BrandName BRAND = new BrandName("Hearth");
    private static final Suggested NOTHING =
            new Suggested(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /// It is the 22nd of November 2026, in the evening in Tokyo.
    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

    private static final Recogniser RECOGNISER =
            new Recogniser(
                    ZoneId.of("Asia/Tokyo"),
                    Map.of(
                            BRAND,
                            List.of("Kettle K2", "Kettle", "CleanAir 300", "エコポット", "3M Tape")));

    @Test
    void whatIsSpokenOfIsFoundWithItsWords() {
        Suggested found = look("en", "$129.90, 3 November, Kettle K2, Shibuya, refund");
        assertThat(amounts(found)).isEqualTo("129.9 USD");
        assertThat(dates(found)).isEqualTo("2026-11-03");
        assertThat(found.products())
                .singleElement()
                .extracting(each -> each.product().value())
                .isEqualTo("Kettle K2");
        assertThat(found.places())
                .singleElement()
                .extracting(each -> each.area().value(), each -> each.words().value())
                .containsExactly("Tokyo", "Shibuya");
        assertThat(demands(found)).isEqualTo("REFUND");
        assertThat(found.amounts().getFirst().words().value()).isEqualTo("$129.90");
        assertThat(found.dates().getFirst().words().value()).isEqualTo("3 November");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en|I paid $1,299.00 for it|1299 USD",
                "en|it cost USD 20 only|20 USD",
                "en|it cost 20 USD only|20 USD",
                "en|1,500 yen and 30 dollars|1500 JPY, 30 USD",
                "en|A$45 or US$30 or HK$200|45 AUD, 30 USD, 200 HKD",
                "en|£12.50 a month|12.5 GBP",
                "en|I lost $5k|5000 USD",
                "de|Ich habe 1.299,90 € bezahlt|1299.9 EUR",
                "de|Es waren 1.299 €|1299 EUR",
                "fr|12,90 EUR|12.9 EUR",
                "ja|12,900円を支払いました|12900 JPY",
                "ja|¥3,000でした|3000 JPY",
                "zh|花了¥3,000|3000 CNY",
                "ja|3万円を返して|30000 JPY",
                "ja|1万5千円でした|15000 JPY",
                "ja|12万8000円でした|128000 JPY",
                "ja|100ドルと50ユーロ|100 USD, 50 EUR",
                "zh|我花了1.5万元|15000 CNY",
                "zh|3000多元 299块钱|3000 CNY, 299 CNY",
                "zh|100美元，5000日元，20欧元|100 USD, 5000 JPY, 20 EUR",
                // no amounts
                "en|call me at +1 202 456 1111|-",
                "en|order A-10023, version 3.11, 50% off|-",
                "en|50 people, 3 times, TOP 10, 24/7|-",
                "en|it plays 3 ALL the time|-",
                "ja|3万キロ走行、090-1234-5678|-",
                "ja|3.11円|-",
                "ja|500円玉大の穴|-",
                "ja|二元論の2元論|-",
                "zh|3块电池|-",
                "en|$0 due|-",
                "en|12.345.6 USD|-",
                "en|$3M in sales|-"
            })
    void amountsNeedACurrency(String language, String text, @Nullable String amounts) {
        assertThat(amounts(look(language, text))).isEqualTo(amounts == null ? "" : amounts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en|bought on 2026-11-03.|2026-11-03",
                "en|at 2026-11-03T10:00 it|2026-11-03",
                "ja|2026/11/3に購入|2026-11-03",
                "ja|2026年11月3日に購入|2026-11-03",
                "ja|11月3日に購入|2026-11-03",
                "ja|12月24日に購入|2025-12-24",
                "ja|昨年11月3日に購入|2025-11-03",
                "ja|21年5月2日に購入、30年5月2日|2021-05-02",
                "ja|一昨年11月3日に購入|2024-11-03",
                "ja|令和8年11月3日に購入|2026-11-03",
                "ja|平成31年4月30日に購入|2019-04-30",
                "zh|11月3号买的|2026-11-03",
                "en|since 3 November it fails|2026-11-03",
                "en|since the 3rd of November|2026-11-03",
                "en|Nov 3, 2025 and Nov. 4th|2025-11-03, 2026-11-04",
                "en|on November 3rd|2026-11-03",
                "en|on December 24|2025-12-24",
                "en|promised by December 24|2026-12-24",
                "ja|12月24日までに|2026-12-24",
                "en|on 29 February|2024-02-29",
                // by language
                "en|on 3/11 it broke|2026-03-11",
                "en|on 11/3 it broke|2026-11-03",
                "en|on 25/12/2025|2025-12-25",
                "de|am 03.11.2026|2026-11-03",
                "fr|le 03/11/2026|2026-11-03",
                "en|03/11/2026|2026-03-11",
                "ja|11/3に購入|2026-11-03",
                "zh|于11/3购买|2026-11-03",
                "en|it broke yesterday|2026-11-21",
                "ja|一昨日届いた|2026-11-20",
                "zh|前天收到|2026-11-20",
                // no days
                "en|May I ask? May 3 of us come in|-",
                "en|march 5 miles|-",
                "en|Python 3.11 and 10.11.12.13|-",
                "en|1/2 of the time, 5/5 stars, open 24/7|-",
                "en|order 2026-11-03-77 and 20261103|-",
                "en|call 03-11-2026-11|-",
                "en|at Dec 10:30, Dec 5%|-",
                "ja|13月45日、2026年2月30日|-",
                "ja|電話は03-1234-5678です。1/2の確率|-",
                "ja|3日待った。11月に購入|-",
                "ja|製品番号A-11/3に|-",
                "ja|2126年11月3日|-",
                "en|2126-11-03|-"
            })
    void daysAreReadAsTheLanguageWritesThem(String language, String text, @Nullable String days) {
        assertThat(dates(look(language, text))).isEqualTo(days == null ? "" : days);
    }

    @Test
    void whereABrandIsAtHomeDecidesTheOrderOfEnglishDaysAndWhichDollarIsMeant() {
        Suggested found = look("en", "AU", "On 3/11/2026 I paid $20");
        assertThat(dates(found)).isEqualTo("2026-11-03");
        assertThat(amounts(found)).isEqualTo("20 AUD");
        assertThat(amounts(look("en", "CN", "¥20"))).isEqualTo("20 CNY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ja|渋谷区の店舗で購入|Tokyo",
                "ja|東京都内、京都の店|Tokyo, Kyoto",
                "ja|山口県から送りました|Yamaguchi",
                "zh|我在广州和深圳买的|Guangdong",
                "zh|在上海浦东新区|Shanghai",
                "en|your shop in New York, not West Virginia|New York, Virginia",
                "en|our branch in São Paulo|Brazil",
                "ja|ロサンゼルス店|California",
                // no places
                "ja|担当の山口さん、福岡様、渋谷と申します|-",
                "ja|タイヤとパリパリとインドアのスイッチ|-",
                "ja|韓国語の説明書、アメリカ製|-",
                "en|bone china, a nice reading|-",
                "en|Mainely Kansassy|-",
                "zh|变成都是坏的|-"
            })
    void placesAreOfTheDictionary(String language, String text, @Nullable String areas) {
        assertThat(
                        look(language, text).places().stream()
                                .map(each -> each.area().value())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(areas == null ? "" : areas);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en|Please replace it. I also expect an apology|REPLACEMENT, APOLOGY",
                "en|I want my money back|REFUND",
                "en|Please call me back|OTHER",
                "en|It was repaired twice|-",
                "en|The exchange rate was wrong, please tell me why|EXPLANATION",
                "en|I don't want a refund, I want a replacement|REPLACEMENT",
                "en|could you repair it?|REPAIR",
                "ja|返金してください|REFUND",
                "ja|新品と交換してほしい|REPLACEMENT",
                "ja|修理に出しましたが直りません|-",
                "ja|取扱説明書をお願いします|-",
                "ja|返金は不要です。説明をお願いします|EXPLANATION",
                "ja|謝罪を求めます。改善を希望します|APOLOGY, IMPROVEMENT",
                "ja|折り返しお電話ください|OTHER",
                "zh|要求退款并道歉|REFUND, APOLOGY",
                "zh|我不要退款，请给我换货|REPLACEMENT",
                "zh|请尽快维修|REPAIR",
                "zh|已经维修过三次|-",
                "zh|给个说法|EXPLANATION"
            })
    void demandsAreWished(String language, String text, @Nullable String demands) {
        assertThat(demands(look(language, text))).isEqualTo(demands == null ? "" : demands);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en|Smoke came out and it stopped working|DANGER, DEFECT",
                "en|It doesn’t work|DEFECT",
                "en|It is not broken|-",
                "en|The parcel never arrived and I was charged twice|DELIVERY, CHARGE",
                "en|Your agent was rude|SERVICE",
                "ja|煙が出ました|DANGER",
                "ja|壊れていません|-",
                "ja|商品が届きません|DELIVERY",
                "ja|二重に請求されました|CHARGE",
                "ja|写真と違う|NOT_AS_TOLD",
                "zh|冰箱坏了，客服态度恶劣|DEFECT, SERVICE",
                "zh|没有漏水|-",
                "zh|个人信息被泄露了|DATA"
            })
    void concernsAreSaid(String language, String text, @Nullable String concerns) {
        assertThat(
                        look(language, text).concerns().stream()
                                .map(each -> each.kind().name())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(concerns == null ? "" : concerns);
    }

    @Test
    void aConcernAndADemandAreQuotedAsSentences() {
        Suggested found = look("ja", "先週買いました。使用中に煙が出ました！新品と交換してください。以上");
        assertThat(found.concerns().getFirst().words().value()).isEqualTo("使用中に煙が出ました！");
        assertThat(found.demands().getFirst().words().value()).isEqualTo("新品と交換してください。");
    }

    @Test
    void productsAreThoseOfTheBrandAndNotSoughtWhenOneWasTold() {
        assertThat(products(look("en", "my kettle k2, then the KETTLE and 3m tape")))
                .isEqualTo("Kettle K2, Kettle, 3M Tape");
        assertThat(products(look("ja", "エコポットが故障"))).isEqualTo("エコポット");
        assertThat(products(look("en", "kettles"))).isEmpty();
        Circumstances told = new Circumstances(BRAND, true, new LanguageTag("en"), "ZZ", NOW);
        assertThat(RECOGNISER.look("my kettle k2", told)).isNull();
        Circumstances other =
                new Circumstances(new BrandName("Other"), false, new LanguageTag("en"), "ZZ", NOW);
        assertThat(RECOGNISER.look("my kettle k2", other)).isNull();
    }

    @Test
    void onlyTheFirstFewOfEachKindAreKept() {
        Suggested found = look("en", "$1 $2 $3 $4 $5 $6 $7");
        assertThat(amounts(found)).isEqualTo("1 USD, 2 USD, 3 USD, 4 USD, 5 USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x", " ", "1", "1,", "$", "$1", "1 ", "11/3", "1月", "May ", "May 3 ", "東", "返金",
                "refund ", "not ", "。", "万", "1万", "😀", "¥1,000", "令和1年", "broken ", "ス"
            })
    void noTextTakesLongOrThrows(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> look("ja", text));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> look("en", "x" + text));
    }

    private static Suggested look(String language, String text) {
        return look(language, "ZZ", text);
    }

    private static Suggested look(String language, String region, String text) {
        Suggested found =
                RECOGNISER.look(
                        text,
                        new Circumstances(BRAND, false, new LanguageTag(language), region, NOW));
        return found == null ? NOTHING : found;
    }

    private static String amounts(Suggested found) {
        return found.amounts().stream()
                .map(each -> each.amount().toPlainString() + " " + each.currency())
                .collect(Collectors.joining(", "));
    }

    private static String dates(Suggested found) {
        return found.dates().stream()
                .map(each -> each.date().toString())
                .collect(Collectors.joining(", "));
    }

    private static String demands(Suggested found) {
        return found.demands().stream()
                .map(each -> each.kind().name())
                .collect(Collectors.joining(", "));
    }

    private static String products(Suggested found) {
        return found.products().stream()
                .map(each -> each.product().value())
                .collect(Collectors.joining(", "));
    }
}
