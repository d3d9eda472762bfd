package amends.workflow.web;

import amends.workflow.stream.CommandSender.Answer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what the topology decides, for as long as a caller is let wait.
@Component
class Decisions {

    private final Duration patience;

    Decisions(@Value("${amends.command-timeout}") Duration patience) {
        this.patience = patience;
    }

    /// @param sent empty: too many are waiting already
    /// @throws ErrorResponseException when there is no answer
    Answer await(Optional<CompletableFuture<Answer>> sent) throws InterruptedException {
        CompletableFuture<Answer> answer = sent.orElseThrow(Decisions::busy);
        try {
            return await(answer, patience);
        } catch (TimeoutException e) {
            throw Problems.of(
                    HttpStatus.GATEWAY_TIMEOUT,
                    "No decision yet. The command may still be carried out: load the complaint"
                            + " before you send it again");
        } catch (ExecutionException e) {
            throw Problems.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The command could not be kept safely and is not carried out; send it again"
                            + " soon");
        }
    }

    /// The answers to several that were sent together, in their order; all of them together are
    /// waited for as long as a single one. Empty: no answer.
    List<Optional<Answer>> await(List<CompletableFuture<Answer>> sent) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Optional<Answer>> answers = new ArrayList<>();
        for (CompletableFuture<Answer> each : sent) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            try {
                answers.add(Optional.of(await(each, left)));
            } catch (TimeoutException | ExecutionException e) {
                answers.add(Optional.empty());
            }
        }
        return answers;
    }

    private static Answer await(CompletableFuture<Answer> answer, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            answer.cancel(false);
        }
    }

    private static ErrorResponseException busy() {
        ErrorResponseException problem =
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Too many commands are waiting for their decision; send it again soon");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return problem;
    }
}
