package amends.workflow.typology;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintEvent.TypologyCorrected;
import amends.contracts.complaint.ComplaintEvent.TypologyRecognised;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.words.Said;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// The shipped typology in Japanese, English and Chinese.
class ShippedTypologyTest {

    private static final TypologyPolicy POLICY = Policies.parse(ShippedPolicies.load()).typology();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANGRY | ふざけるな。三回も待たされて我慢の限界だ",
                "ANGRY | I am FURIOUS. This is unacceptable!!!",
                "ANGRY | 太过分了，我非常生气！",
                "OPINIONATED | 普通は交換するべきです。説明になっていない",
                "OPINIONATED | As I said, you should have replaced it. Common sense.",
                "OPINIONATED | 我认为这显然不合理",
                "HESITANT | 気のせいかもしれませんが、なんとなく音が大きいようです",
                "HESITANT | I'm not sure, but perhaps it is a little louder than before",
                "HESITANT | 也许没什么，不过声音好像有点大",
                "GENTLE | お忙しいところ恐縮です。私の使い方が悪いのか、教えていただけると助かります",
                "GENTLE | Sorry to bother you, it may well be my mistake. I would appreciate a"
                        + " hint.",
                "GENTLE | 麻烦您了，是不是我操作有误？谢谢您的帮助"
            })
    void aTemperIsRecognisedByItsWords(Temper temper, String text) {
        TypologyRecognised recognised = said(text).orElseThrow();
        assertThat(recognised.temper()).as(text).isEqualTo(temper);
        assertThat(recognised.temperSigns().getFirst().evidence())
                .allSatisfy(
                        word ->
                                assertThat(text.toLowerCase(java.util.Locale.ROOT))
                                        .contains(word.value().toLowerCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VOCAL | 口コミに書きます。社長を出せ",
                "VOCAL | Get me your manager or I will post this on social media",
                "VOCAL | 不处理我就曝光你们，发到网上",
                "SILENT | 苦情を言うつもりはないのですが、返信は不要です",
                "SILENT | I don't usually complain, and there is no need to reply",
                "SILENT | 我从不投诉，不用回复"
            })
    void aRelationIsRecognisedByItsWords(Relation relation, String text) {
        assertThat(said(text).orElseThrow().relation()).as(text).isEqualTo(relation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "掃除機から煙が出ました。返金は可能でしょうか。よろしくお願いいたします。",
                "The kettle leaks. Please send me a new one. Thank you.",
                "您好，水壶漏水，请更换，谢谢。",
                "I was not angry, only surprised",
                "怒っていません",
                "XXXX charged XXXX on XXXX for XXXX and XXXX"
            })
    void everydayWordsSayNothing(String text) {
        assertThat(said(text)).as(text).isEmpty();
    }

    @Test
    void tierChannelAndNumberOfContactsTellTheRelation() {
        assertThat(recognised(observed("", "web", "vip", 1, 0))).isEqualTo(Relation.PREMIUM);
        assertThat(recognised(observed("", "social", "standard", 1, 0))).isEqualTo(Relation.VOCAL);
        assertThat(recognised(observed("", "web", "standard", 3, 0))).isEqualTo(Relation.FREQUENT);
        assertThat(recognised(observed("", "web", "standard", 1, 3))).isEqualTo(Relation.FREQUENT);
        assertThat(POLICY.recognise(observed("", "web", "standard", 2, 2), Typology.UNKNOWN))
                .isEmpty();
    }

    @Test
    void whatWasSeenStaysSeenAndIsToldOnce() {
        Typology angry = Typology.UNKNOWN.after(said("I am furious").orElseThrow());
        assertThat(POLICY.recognise(web("Any news?"), angry)).isEmpty();
        assertThat(POLICY.recognise(web("I am furious"), angry)).isEmpty();
        assertThat(
                        POLICY.recognise(web("Fed up with you"), angry)
                                .orElseThrow()
                                .temperSigns()
                                .getFirst()
                                .evidence())
                .containsExactly(new EvidenceTerm("furious"), new EvidenceTerm("fed up"));
    }

    @Test
    void theLatestContactMayChangeTheTemper() {
        Typology gentle = Typology.UNKNOWN.after(said("Sorry to bother you").orElseThrow());
        assertThat(
                        POLICY.recognise(web("Now I am furious, I have had enough"), gentle)
                                .orElseThrow()
                                .temper())
                .isEqualTo(Temper.ANGRY);
    }

    @Test
    void whatAPersonCorrectedNoSignChanges() {
        Typology corrected =
                Typology.UNKNOWN
                        .after(said("I am furious").orElseThrow())
                        .after(new TypologyCorrected(Temper.HESITANT, null));
        assertThat(POLICY.recognise(web("I am livid, this is unacceptable"), corrected)).isEmpty();
        TypologyRecognised relation =
                POLICY.recognise(web("Furious! I will post this"), corrected).orElseThrow();
        assertThat(relation.temper()).isNull();
        assertThat(corrected.after(relation).temper()).isEqualTo(Temper.HESITANT);
        assertThat(corrected.after(relation).relation()).isEqualTo(Relation.VOCAL);
    }

    private static Optional<TypologyRecognised> said(String text) {
        return POLICY.recognise(web(text), Typology.UNKNOWN);
    }

    private static Relation recognised(Observation now) {
        return POLICY.recognise(now, Typology.UNKNOWN).orElseThrow().relation();
    }

    private static Observation web(String text) {
        return observed(text, "web", "standard", 1, 0);
    }

    private static Observation observed(
            String text, String channel, String tier, int contacts, int complaints) {
        return new Observation(
                Said.of(text),
                new LanguageTag("en"),
                new ChannelName(channel),
                new CustomerTier(tier),
                contacts,
                complaints);
    }
}
