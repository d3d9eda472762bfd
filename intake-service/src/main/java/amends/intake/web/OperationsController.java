package amends.intake.web;

import amends.contracts.complaint.Actor;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.Remainders;
import amends.intake.ledger.SourceMinute;
import amends.intake.operations.ConsumerLags;
import amends.intake.operations.ConsumerLags.GroupLag;
import amends.intake.operations.DeadLetter;
import amends.intake.operations.DeadLetters;
import amends.intake.operations.DeadLetters.Result;
import amends.intake.operations.LetterId;
import amends.intake.publish.IntakeMinutes;

import org.apache.kafka.common.KafkaException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// What those look at who keep the platform running.
@RestController
@RequestMapping("/operations")
class OperationsController {

    private final DeadLetters deadLetters;
    private final ConsumerLags lags;
    private final IntakeMinutes minutes;
    private final Conservation books;
    private final Remainders remainders;
    private final InstantSource clock;

    OperationsController(
            DeadLetters deadLetters,
            ConsumerLags lags,
            IntakeMinutes minutes,
            Conservation books,
            Remainders remainders,
            InstantSource clock) {
        this.deadLetters = deadLetters;
        this.lags = lags;
        this.minutes = minutes;
        this.books = books;
        this.remainders = remainders;
        this.clock = clock;
    }

    record Lags(Instant asOf, List<GroupLag> items) {}

    /// @param items by channel, since this instance was started
    /// @param sources by source, also from before
    /// @param missing what workflow should have answered long ago
    /// @param remainders what sources say they have and intake does not
    record Minutes(
            Instant asOf,
            List<IntakeMinutes.Minute> items,
            List<SourceMinute> sources,
            Conservation.Missing missing,
            List<Remainders.Remainder> remainders) {}

    @GetMapping("/intake")
    Minutes intake(@RequestParam(name = "minutes", defaultValue = "60") int back) {
        Instant now = clock.instant();
        long most = IntakeMinutes.KEPT.toMinutes();
        Instant since = now.minus(Duration.ofMinutes(Math.clamp(back, 1, most)));
        return new Minutes(
                now,
                minutes.since(since),
                books.since(since),
                books.missing(now),
                remainders.open(now));
    }

    @GetMapping("/lag")
    Lags lag() {
        return whileTheBrokerAnswers(() -> new Lags(clock.instant(), lags.all()));
    }

    @GetMapping("/dead-letters")
    DeadLetters.Listing deadLetters(@RequestParam(defaultValue = "false") boolean replayed) {
        return whileTheBrokerAnswers(() -> deadLetters.list(replayed));
    }

    @PostMapping("/dead-letters/{id}/replay")
    DeadLetter.Replay replay(
            @PathVariable String id,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor) {
        Actor by = Sources.actor(actor);
        return switch (whileTheBrokerAnswers(() -> deadLetters.replay(letter(id), by))) {
            case Result.Replayed(DeadLetter.Replay replay) -> replay;
            case Result.Already(DeadLetter.Replay replay) ->
                    throw new Refusal(
                            HttpStatus.CONFLICT,
                            "%s replayed it at %s already; nothing was done."
                                    .formatted(replay.by(), replay.at()));
            case Result.Outdated() ->
                    throw new Refusal(
                            HttpStatus.CONFLICT,
                            "Records of this topic are not replayed: an old state would stand over"
                                    + " a newer one. Make the change again where it was made.");
            case Result.NotThere() ->
                    throw new Refusal(
                            HttpStatus.NOT_FOUND,
                            "No dead letter lies there, or no longer: they are kept for 30 days.");
        };
    }

    private static LetterId letter(String id) {
        try {
            return LetterId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T whileTheBrokerAnswers(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException e) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The broker does not answer, or somebody else replays just now. Try again.");
        }
    }
}
