package amends.workflow.web;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.CustomerId;
import amends.workflow.stream.CustomerBook;
import amends.workflow.view.CaseWatch;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        Set<CustomerId> concerned =
                events.stream()
                        .filter(event -> event.at().isAfter(since))
                        .flatMap(this::concerned)
                        .collect(Collectors.toUnmodifiableSet());
        if (!concerned.isEmpty()) {
            counts.again(concerned);
        }
    }

    private Stream<CustomerId> concerned(RecordedEvent recorded) {
        if (recorded.event() instanceof ComplaintReceived received) {
            return Stream.of(received.customer().id()).filter(customers::isLinked);
        }
        if (recorded.event() instanceof CustomerSeparated separated) {
            return Stream.of(separated.from());
        }
        return recorded.event() instanceof CustomerRejoined rejoined
                ? Stream.of(rejoined.customer())
                : Stream.empty();
    }
}
