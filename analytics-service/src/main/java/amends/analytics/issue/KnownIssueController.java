package amends.analytics.issue;

import amends.analytics.recurrence.ClusterFigure;
import amends.analytics.recurrence.ClusterNotes;
import amends.analytics.view.Figures;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RootCause;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.insight.ClusterId;
import amends.contracts.issue.IssueState;
import amends.contracts.issue.KnownIssueEvent;
import amends.contracts.issue.KnownIssueEvent.KnownIssueStated;
import amends.contracts.issue.KnownIssueEvent.KnownIssueWithdrawn;
import amends.contracts.personal.FreeText;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;

/// Takes a recurring concern in hand, and tells whoever handles a complaint what helps.
@RestController
class KnownIssueController {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_FIX = 4000;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final KnownIssues issues;
    private final IssuesOfClusters ofClusters;
    private final Figures figures;
    private final InstantSource clock = InstantSource.system();

    KnownIssueController(KnownIssues issues, IssuesOfClusters ofClusters, Figures figures) {
        this.issues = issues;
        this.ofClusters = ofClusters;
        this.figures = figures;
    }

    /// What somebody knows of a recurring concern.
    ///
    /// @param since absent: as before, or now when the state is another one
    /// @param cause absent: not known yet
    record IssueText(
            FreeText title,
            AgentId owner,
            IssueState state,
            @Nullable Instant since,
            FreeText fix,
            @Nullable RootCause cause) {

        KnownIssueStated stated(@Nullable KnownIssue before, Instant now) {
            Instant unchanged = before == null || before.state() != state ? now : before.since();
            return new KnownIssueStated(
                    title, owner, state, since == null ? unchanged : since, fix, cause);
        }

        /// What is absent in JSON is null here.
        boolean isWhole(Instant now) {
            return title != null
                    && owner != null
                    && state != null
                    && fix != null
                    && !title.isBlank()
                    && title.value().length() <= LONGEST_TITLE
                    && !fix.isBlank()
                    && fix.value().length() <= LONGEST_FIX
                    && (since == null || isOfOurTime(since, now));
        }
    }

    private static boolean isOfOurTime(Instant since, Instant now) {
        return since.isAfter(EARLIEST) && since.isBefore(now.plus(Duration.ofDays(1)));
    }

    /// The known issues that a complaint is one of.
    record KnownIssueList(List<KnownIssue> items) {}

    @GetMapping("/analytics/known-issues")
    KnownIssueList ofComplaint(@RequestParam ComplaintId complaint) {
        return new KnownIssueList(ofClusters.of(complaint));
    }

    @PutMapping("/analytics/recurrence/{clusterId}/known-issue")
    KnownIssue state(
            @PathVariable String clusterId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @RequestBody IssueText text,
            HttpServletRequest request) {
        Instant now = clock.instant();
        if (!text.isWhole(now)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    ("A known issue has a title of %d characters at most, an owner, a state, a fix"
                                    + " of %d at most, and is so since a day that was")
                            .formatted(LONGEST_TITLE, LONGEST_FIX));
        }
        KnownIssue before = existing(clusterId);
        keep(clusterId, text.stated(before, now), seen, request);
        return ofClusters.of(clusterId).orElseThrow();
    }

    @DeleteMapping("/analytics/recurrence/{clusterId}/known-issue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @PathVariable String clusterId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            HttpServletRequest request) {
        if (existing(clusterId) != null) {
            keep(clusterId, new KnownIssueWithdrawn(), seen, request);
            Actor by = IdentityFilter.caller(request).actor();
            ofClusters
                    .all(clusterId)
                    .forEach(older -> durably(older, new KnownIssueWithdrawn(), by, null));
        }
    }

    private @Nullable KnownIssue existing(String clusterId) {
        if (figures.byId(ClusterFigure.VIEW, clusterId).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, ClusterNotes.NO_SUCH_CONCERN);
        }
        return ofClusters.of(clusterId).orElse(null);
    }

    private void keep(
            String clusterId,
            KnownIssueEvent event,
            @Nullable String seen,
            HttpServletRequest request) {
        boolean recorded =
                durably(
                        ofClusters.told(clusterId),
                        event,
                        IdentityFilter.caller(request).actor(),
                        seen == null ? null : version(seen));
        if (!recorded) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_FAILED,
                    "Somebody changed the known issue meanwhile; read it again first");
        }
    }

    private boolean durably(
            ClusterId cluster, KnownIssueEvent event, Actor by, @Nullable Long seen) {
        try {
            return issues.take(cluster, event, by, seen);
        } catch (CompletionException | KafkaException e) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The log does not answer in time; look in some seconds whether it is kept",
                    e);
        }
    }

    private static long version(String ifMatch) {
        try {
            return Long.parseLong(ifMatch.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "If-Match is the version of the known issue in quotes, for example \"2\", or"
                            + " \"0\" when there was none");
        }
    }
}
