package amends.workflow.web;

import amends.contracts.complaint.RecordedEvent;
import amends.workflow.policy.Policies;
import amends.workflow.sla.Ledger;
import amends.workflow.sla.LedgerFold;
import amends.workflow.sla.Preview;
import amends.workflow.sla.WhatIf;
import amends.workflow.view.CaseFile;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells the stories of cases again, under the policies in force and under others, until it has had
/// enough of them or its time is over.
final class Replay {

    private static final int MOST = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Policies inForce;
    private final Policies candidate;
    private final Clock clock;
    private final Instant asOf;
    private final Preview preview = new Preview();
    private @Nullable Instant reached;
    private boolean truncated;

    Replay(Policies inForce, Policies candidate, Clock clock) {
        this.inForce = inForce;
        this.candidate = candidate;
        this.clock = clock;
        this.asOf = clock.instant();
    }

    /// Whether it took the case, and would take another.
    boolean take(CaseFile file) {
        truncated = preview.complaints() >= MOST || clock.instant().isAfter(asOf.plus(PATIENCE));
        if (truncated) {
            return false;
        }
        List<RecordedEvent> events = file.events();
        preview.add(
                file.row().reference(),
                file.row().queue(),
                WhatIf.between(ledgers(inForce, events), ledgers(candidate, events)));
        reached = file.row().receivedAt();
        return true;
    }

    private List<Ledger> ledgers(Policies policies, List<RecordedEvent> events) {
        return LedgerFold.ofAll(policies.sla(), policies.calendars(), events, asOf);
    }

    Preview preview() {
        return preview;
    }

    /// Until when runs that have not ended are counted.
    Instant asOf() {
        return asOf;
    }

    /// Whether there was a case that it did not take.
    boolean isTruncated() {
        return truncated;
    }

    /// When the last case that it took was received.
    @Nullable Instant reached() {
        return reached;
    }
}
