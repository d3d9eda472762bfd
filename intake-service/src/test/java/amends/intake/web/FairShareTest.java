package amends.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class FairShareTest {

    @Test
    void whoHasHisShareDoesNotTakeThatOfOthers() {
        FairShare shares = new FairShare(2, Duration.ZERO);
        FairShare.Part first = shares.take("hot", 1);
        shares.take("hot", 1);
        assertThatThrownBy(() -> shares.take("hot", 1)).isInstanceOf(TooMany.class);
        shares.take("calm", 2).close();
        first.close();
        shares.take("hot", 1).close();
    }

    @Test
    void whatNeedsMoreThanAShareIsTakenAlone() {
        FairShare shares = new FairShare(2, Duration.ZERO);
        try (FairShare.Part _ = shares.take("hot", 5)) {
            assertThatThrownBy(() -> shares.take("hot", 1)).isInstanceOf(TooMany.class);
        }
        shares.take("hot", 2).close();
    }

    @Test
    void whoComesTooOftenWaitsForHisTurn() throws Exception {
        FairShare shares = new FairShare(1, Duration.ofSeconds(60));
        FairShare.Part first = shares.take("hot", 1);
        CompletableFuture<FairShare.Part> second =
                CompletableFuture.supplyAsync(() -> shares.take("hot", 1));
        shares.take("calm", 1).close();
        assertThat(second).isNotDone();
        first.close();
        second.get(60, TimeUnit.SECONDS).close();
    }

    @Test
    void heIsToldWhenToComeAgain() {
        var answer = new Problems().tooMany(new TooMany());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }
}
