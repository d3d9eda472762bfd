package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static double likeness(String one, String other) {
        return Wording.of(one).likeness(Wording.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "My kettle leaks since Monday, The KETTLE leaks since last monday!",
        "The charger of my phone got very hot, My phone charger gets really hot",
        "掃除機から煙が出ました, 掃除機から煙が出て困っています",
        "充电器很烫我很担心, 充电器非常烫我很担心"
    })
    void theSameTroubleInOtherWordsIsAlike(String one, String other) {
        assertThat(likeness(one, other)).isGreaterThan(0.35).isEqualTo(likeness(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "My kettle leaks since Monday, The invoice was sent to the wrong address",
        "It does not work any more please help, Nobody answered my calls for three weeks",
        "掃除機から煙が出ました, 請求書の金額が間違っています"
    })
    void anotherTroubleIsNot(String one, String other) {
        assertThat(likeness(one, other)).isLessThan(0.3);
    }

    @ParameterizedTest
    @CsvSource({"''", "'?!'"})
    void withoutWordsNothingIsAlike(String none) {
        assertThat(likeness(none, none)).isZero();
    }
}
