package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class MomentsTest {

    private static final Moments MOMENTS = new Moments(ZoneId.of("Asia/Tokyo"), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01T18:00:00+44:44", "2026-04-01T18:00:00+09:99"})
    void anOffsetThatIsNoneMakesNoDate(String written) {
        assertThat(MOMENTS.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+292278994-08-17",
                "9999-12-31T23:59:59-18:00"
            })
    void whatNoCalendarCountsIsNoDate(String written) {
        assertThat(MOMENTS.read(written)).isEmpty();
    }

    @Test
    void theLastYearsThatAreCountedAreRead() {
        assertThat(MOMENTS.read("9998-12-31T23:59:59Z"))
                .contains(Instant.parse("9998-12-31T23:59:59Z"));
    }
}
