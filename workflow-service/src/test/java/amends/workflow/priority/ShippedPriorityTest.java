package amends.workflow.priority;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.CustomerTier;
import amends.contracts.insight.ClusterId;
import amends.contracts.insight.Insight;
import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.priority.PriorityLevel;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.words.Said;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The shipped priority policy in Japanese, English and Chinese.
class ShippedPriorityTest {

    private static final PriorityPolicy POLICY = Policies.parse(ShippedPolicies.load()).priority();
    private static final Standing NEW =
            new Standing(new CustomerTier("standard"), 1, 0, Duration.ZERO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "走行中にエンジンルームから煙が出て、火災になった",
                "追突されけがをした",
                "運転者が負傷し、救急車で運ばれた",
                "ヤケドをしました",
                "煙がなくならない",
                "The battery caught fire in my kitchen",
                "My daughter was injured.",
                "I got an ELECTRIC SHOCK",
                "No one answers the phone! Smoke came out",
                "Smoke is coming out, no answer from you",
                "She was not only burned but ignored",
                "电池起火了",
                "孩子受伤住院",
                "冒烟了，没有人回复"
            })
    void dangerToPeopleIsUrgent(String text) {
        Priority priority = said(text);
        assertThat(factors(priority)).as(text).contains("danger-to-people");
        assertThat(priority.level()).isEqualTo(PriorityLevel.URGENT);
        assertThat(priority.factors().getFirst().evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "エンジンが止まったが、けがはない",
                "怪我なし",
                "けが人はいません",
                "幸い負傷者はいなかった",
                "事故には至らなかった",
                "火災は発生していない",
                "煙は出ていません",
                "No injuries.",
                "There were no injuries or fire",
                "Nobody was hurt",
                "It stopped without any smoke",
                "I was not seriously injured and nobody got hurt",
                "It didn't catch fire",
                "加速しようとしてもエンジンの回転だけが上昇した",
                "チャイルドシートの取付けがゆるい",
                "そうやけど、電話がつながらない",
                "没有受伤",
                "没有人员伤亡",
                "无人受伤",
                "未造成人员受伤",
                "I fired the agency",
                "They hospitality was fine, the fireplace too",
                "The delivery is three weeks late"
            })
    void dangerThatIsDeniedOrNotThereIsNone(String text) {
        assertThat(factors(said(text))).as(text).doesNotContain("danger-to-people");
    }

    @ParameterizedTest
    @CsvSource({
        "hazard, ブレーキが効かず壁にぶつかった",
        "hazard, The brakes failed",
        "hazard, 刹车失灵",
        "legal-threat, 弁護士に相談します",
        "legal-threat, I will sue you",
        "legal-threat, 我要起诉你们",
        "media-or-authority, 消費者センターに連絡します",
        "media-or-authority, I told the Better Business Bureau",
        "media-or-authority, 我要打12315投诉",
        "strong-emotion, ふざけるな",
        "strong-emotion, I am absolutely FURIOUS",
        "strong-emotion, 忍无可忍",
        "wish, It would be nice to have a bigger button",
        "wish, 改善してほしいという要望です"
    })
    void wordsSpeakForTheirFactor(String factor, String text) {
        assertThat(factors(said(text))).contains(factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"最低地上高を測ってほしい", "最低でも二週間かかると言われた"})
    void aWordInsideAnotherSpeaksForNothing(String text) {
        assertThat(factors(said(text))).isEmpty();
    }

    @Test
    void harmComesBeforeHazard() {
        assertThat(said("追突されけがをした").score()).isGreaterThan(said("追突された").score());
        assertThat(said("追突された").level()).isEqualTo(PriorityLevel.URGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"衝突被害軽減ブレーキが作動しない", "事故防止のために直してほしい", "事故には至らなかった", "no accident happened"})
    void whatPreventsAHazardIsNone(String text) {
        assertThat(factors(said(text))).as(text).doesNotContain("hazard");
    }

    @Test
    void widthAndCaseDoNotHide() {
        assertThat(factors(said("ＦＩＲＥ！"))).contains("danger-to-people");
        assertThat(factors(said("ｹｶﾞをした"))).contains("danger-to-people");
    }

    @Test
    void theReasonsAddUpToTheScore() {
        Priority priority = said("Fire! I am furious and will sue you. Never again");
        assertThat(priority.factors())
                .extracting(PriorityFactor::points)
                .isSortedAccordingTo((a, b) -> b - a);
        assertThat(priority.score())
                .isEqualTo(priority.factors().stream().mapToInt(PriorityFactor::points).sum())
                .isEqualTo(145);
    }

    @Test
    void aWishMayWait() {
        assertThat(said("It would be nice to have this in blue").level())
                .isEqualTo(PriorityLevel.LOW);
        assertThat(said("It is broken").level()).isEqualTo(PriorityLevel.NORMAL);
    }

    @Test
    void whatWasSaidOnceStaysKnown() {
        Priority first = said("My hand was burned");
        Priority later =
                POLICY.assess(
                        News.of(Said.of("Any news? There was smoke too")),
                        new Standing(new CustomerTier("vip"), 2, 1, Duration.ofDays(4)),
                        first.factors());
        assertThat(factors(later))
                .containsExactly(
                        "danger-to-people",
                        "customer-tier",
                        "broken-promise",
                        "repeat-contact",
                        "waiting-time");
        assertThat(later.factors().getFirst().evidence())
                .extracting(Object::toString)
                .containsExactly("burned", "smoke");
    }

    @Test
    void insightsCountUntilTheNextOfTheirKind() {
        Priority rising =
                POLICY.assess(
                        News.of(new Insight.ConcernRising(new ClusterId("c"), 12)), NEW, List.of());
        assertThat(rising.score()).isEqualTo(15);
        Priority again =
                POLICY.assess(
                        News.of(new Insight.CustomerComplainsAgain(2)), NEW, rising.factors());
        assertThat(again.score()).isEqualTo(20);
    }

    @Test
    void theNextReviewIsTheNextStepOfWaiting() {
        Instant since = Instant.parse("2026-11-09T01:00:00Z");
        assertThat(POLICY.nextReview(since, List.of())).contains(since.plus(Duration.ofDays(1)));
        Priority waited =
                POLICY.assess(
                        News.NONE,
                        new Standing(new CustomerTier("standard"), 1, 0, Duration.ofDays(8)),
                        List.of());
        assertThat(POLICY.nextReview(since, waited.factors()))
                .contains(since.plus(Duration.ofDays(14)));
    }

    @Test
    void aLongTextIsReadInOnePass() {
        String text = "ない煙no fire ".repeat(20_000) + "爆発";
        assertThat(factors(said(text))).contains("danger-to-people");
    }

    private static Priority said(String text) {
        return POLICY.assess(News.of(Said.of(text)), NEW, List.of());
    }

    private static List<String> factors(Priority priority) {
        return priority.factors().stream().map(factor -> factor.factor().value()).toList();
    }
}
