package amends.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.SourceName;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.Map;

class IdempotencyKeysTest {

    private static final SourceName SHOP = new SourceName("shop");
    private static final ContentHash ONE = new ContentHash("1");
    private static final ContentHash OTHER = new ContentHash("2");

    private final IdempotencyKeys keys =
            new IdempotencyKeys(
                    new WebSettings(
                            DataSize.ofMegabytes(1),
                            DataSize.ofMegabytes(1),
                            Duration.ofSeconds(1),
                            1,
                            1,
                            2,
                            6_000,
                            Map.of()));

    @Test
    void aKeyInUseIsAConflict() {
        try (IdempotencyKeys.Claim claim = keys.claim(SHOP, "k", ONE)) {
            assertRefused(HttpStatus.CONFLICT, ONE);
            claim.done();
        }
        keys.claim(SHOP, "k", ONE).close();
        assertRefused(HttpStatus.UNPROCESSABLE_CONTENT, OTHER);
    }

    @Test
    void aKeyThatFailedIsFree() {
        keys.claim(SHOP, "k", ONE).close();
        keys.claim(SHOP, "k", OTHER).close();
    }

    @Test
    void sourcesHaveKeysOfTheirOwnAndTheMemoryIsBounded() {
        use(SHOP, "k", ONE);
        use(new SourceName("other"), "k", OTHER);
        use(SHOP, "k2", ONE);
        use(SHOP, "k", OTHER);
    }

    @Test
    void whatIsNotDurableHasToComeAgain() {
        var answer = new Problems().busy(new Busy());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotBlank();
    }

    private void use(SourceName source, String key, ContentHash payload) {
        try (IdempotencyKeys.Claim claim = keys.claim(source, key, payload)) {
            claim.done();
        }
    }

    private void assertRefused(HttpStatus status, ContentHash payload) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keys.claim(SHOP, "k", payload).close())
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
