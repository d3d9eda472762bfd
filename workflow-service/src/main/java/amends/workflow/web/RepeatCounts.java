package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand.TakeInsight;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.contact.CustomerId;
import amends.contracts.insight.Insight.CustomerComplainsAgain;
import amends.workflow.stream.CustomerBook;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseStore;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Which complaint of a person each is: it counts for how urgent it is. When links change, those
/// that are worked on are told.
@Component
class RepeatCounts {

    private static final Actor LINKS = Actor.automation("customer-links");
    private static final int MOST_LOOKED_AT = 500;

    private final CaseStore cases;
    private final CustomerBook customers;
    private final Clock clock;

    RepeatCounts(CaseStore cases, CustomerBook customers, Clock clock) {
        this.cases = cases;
        this.customers = customers;
        this.clock = clock;
    }

    /// @param ends the customers between whom a link changes
    void after(Set<CustomerId> ends, Runnable change) {
        Map<ComplaintId, Integer> before = new HashMap<>();
        counts(ends).forEach((row, count) -> before.put(row.id(), count));
        change.run();
        tell(ends, _ -> true, before);
    }

    /// Tells them once more: whoever changed the link may not have come to it.
    void again(Set<CustomerId> ends) {
        tell(ends, _ -> true, Map.of());
    }

    /// Tells only these complaints, whose customers did not change: the others' counts did not.
    void of(Set<ComplaintId> complaints, Set<CustomerId> ends) {
        tell(ends, row -> complaints.contains(row.id()), Map.of());
    }

    private void tell(
            Set<CustomerId> ends, Predicate<BoardRow> whom, Map<ComplaintId, Integer> known) {
        customers.tell(
                counts(ends).entrySet().stream()
                        .filter(each -> each.getKey().isOpen() && whom.test(each.getKey()))
                        .filter(each -> !each.getValue().equals(known.get(each.getKey().id())))
                        .map(each -> told(each.getKey().id(), each.getValue()))
                        .toList());
    }

    private Map<BoardRow, Integer> counts(Set<CustomerId> ends) {
        Map<BoardRow, Integer> counts = new LinkedHashMap<>();
        for (CustomerId end : ends) {
            Set<CustomerId> same = customers.links().sameAs(end);
            int count = cases.countOf(same);
            for (BoardRow row : cases.rowsOf(same, MOST_LOOKED_AT)) {
                if (row.merged() == null) {
                    counts.put(row, count--);
                }
            }
        }
        return counts;
    }

    private CommandRequest told(ComplaintId complaint, int complaints) {
        return new CommandRequest(
                complaint,
                new CorrelationId(UUID.randomUUID().toString()),
                clock.instant(),
                LINKS,
                null,
                new TakeInsight(new CustomerComplainsAgain(complaints)));
    }
}
