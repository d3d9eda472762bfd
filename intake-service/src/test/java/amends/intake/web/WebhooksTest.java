package amends.intake.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

class WebhooksTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_not Base64!"})
    void aSecretThatCantBeUsedStopsTheStart(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhooks(Map.of("shop", secret)))
                .withMessageContaining("shop");
    }

    @Test
    void oneSenderHasOneSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhooks(Map.of("shop", SECRET, "SHOP", SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"myshop", "My Shop", "my_shop", "ＭＹＳＨＯＰ"})
    void nobodyGetsAroundSigningByWritingHisNameOtherwise(String name) {
        Webhooks webhooks = webhooks(Map.of("myshop", SECRET));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> webhooks.refuseUnsigned("integration:" + name))
                .extracting(Refusal::status)
                .isEqualTo(HttpStatus.FORBIDDEN);
        webhooks.refuseUnsigned("integration:another");
    }

    private static Webhooks webhooks(Map<String, String> secrets) {
        return new Webhooks(
                new WebSettings(
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(1),
                        1,
                        1,
                        1,
                        6_000,
                        secrets),
                InstantSource.system());
    }
}
