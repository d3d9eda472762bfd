package amends.intake.web;

import amends.contracts.contact.SourceName;
import amends.contracts.ledger.ClaimId;
import amends.contracts.ledger.RecordedClaim;
import amends.contracts.name.TypedName;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.intake.claim.Claims;
import amends.intake.claim.Standing;
import amends.intake.ledger.Conservation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// What sources say they sent: they count, or name it, and are told what did not arrive.
@RestController
@RequestMapping("/ledger")
class ClaimController {

    private static final int MOST_IDS = 50_000;

    private final Claims claims;
    private final InstantSource clock;

    ClaimController(Claims claims, InstantSource clock) {
        this.claims = claims;
        this.clock = clock;
    }

    /// A source's own count of a span of time.
    ///
    /// @param count how many inputs it sent, each counted once
    /// @param ids its own ids of them, which is more exact
    /// @param within the source that the inputs themselves name, when they do
    /// @param mapping the partner mapping that they are read by, if any
    record Claim(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long count,
            @Nullable List<String> ids,
            @Nullable String within,
            @Nullable String mapping) {}

    record OpenClaims(List<Standing> items) {}

    @PostMapping("/{source}/claims")
    Standing claim(
            @PathVariable String source,
            @RequestBody Claim claim,
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor) {
        Instant now = clock.instant();
        Instant from = claim.from();
        Instant until = claim.until();
        if (from == null || until == null || !from.isBefore(until) || until.isAfter(now)) {
            throw invalid("A claim needs from and until, a span of time that has passed.");
        }
        if (Duration.between(from, now).compareTo(Claims.LONGEST) > 0) {
            throw invalid("A claim can be made for " + Claims.LONGEST.toDays() + " days at most.");
        }
        List<String> ids = Objects.requireNonNullElse(claim.ids(), List.of());
        check(claim, ids, from, now);
        SourceName name = Sources.of(source, Sources.DIRECT);
        return claims.add(
                new RecordedClaim(
                        ClaimId.derive(name, from, until),
                        name,
                        from,
                        until,
                        claim.count(),
                        ids.stream().distinct().map(FreeText::new).toList(),
                        claim.within() == null ? null : Sources.of(claim.within(), source),
                        claim.mapping() == null ? null : new PolicyName(claim.mapping()),
                        Sources.actor(actor),
                        now));
    }

    @GetMapping("/claims")
    OpenClaims open() {
        return new OpenClaims(claims.open());
    }

    private static void check(Claim claim, List<String> ids, Instant from, Instant now) {
        if (claim.count() == null && ids.isEmpty()) {
            throw invalid("Tell how many there were in count, or which in ids.");
        }
        if (claim.count() != null && claim.count() < 0) {
            throw invalid("count can't be below zero.");
        }
        if (ids.stream().anyMatch(id -> id == null || id.isBlank())) {
            throw invalid("No id may be null or blank.");
        }
        if (ids.size() > MOST_IDS) {
            throw invalid("At most " + MOST_IDS + " ids: take a shorter span of time.");
        }
        String mapping = claim.mapping();
        if (mapping != null && (mapping.isBlank() || mapping.length() > TypedName.LONGEST)) {
            throw invalid("mapping needs 1 to " + TypedName.LONGEST + " characters, or none.");
        }
        if (ids.isEmpty() && Duration.between(from, now).compareTo(Conservation.KEPT) > 0) {
            throw invalid(
                    "What was only counted can be compared for %d hours; send ids for longer."
                            .formatted(Conservation.KEPT.toHours()));
        }
    }

    private static Refusal invalid(String why) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
}
