package amends.workflow.web;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.CustomerId;
import amends.workflow.stream.CustomerBook;
import amends.workflow.view.CaseWatch;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts a complaint that comes after its customer was linked to another with the complaints of
/// both, and counts anew when the customer of one is told apart. Of customers without links,
/// analytics tells how often they complain.
@Component
class LaterComplaints implements CaseWatch {

    /// What is older is shown again because cases are made anew; it was counted when it was new.
    private static final Duration NEW = Duration.ofDays(1);

    private final CustomerBook customers;
    private final RepeatCounts counts;
    private final Clock clock;

    LaterComplaints(CustomerBook customers, RepeatCounts counts, Clock clock) {
        this.customers = customers;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public void shown(List<RecordedEvent> events) {
        Instant since = clock.instant().minus(NEW);
        List<RecordedEvent> lately =
                events.stream().filter(event -> event.at().isAfter(since)).toList();
        Set<CustomerId> apart =
                lately.stream()
                        .flatMap(LaterComplaints::toldApart)
                        .collect(Collectors.toUnmodifiableSet());
        if (!apart.isEmpty()) {
            counts.again(apart);
        }
        Map<ComplaintId, CustomerId> fresh = new HashMap<>();
        lately.forEach(event -> note(event, fresh));
        if (!fresh.isEmpty()) {
            counts.of(fresh.keySet(), Set.copyOf(fresh.values()));
        }
    }

    private void note(RecordedEvent recorded, Map<ComplaintId, CustomerId> fresh) {
        if (recorded.event() instanceof ComplaintReceived received
                && customers.isLinked(received.customer().id())) {
            fresh.put(recorded.complaintId(), received.customer().id());
        }
    }

    private static Stream<CustomerId> toldApart(RecordedEvent recorded) {
        if (recorded.event() instanceof CustomerSeparated separated) {
            return Stream.of(separated.from());
        }
        return recorded.event() instanceof CustomerRejoined rejoined
                ? Stream.of(rejoined.customer())
                : Stream.empty();
    }
}
