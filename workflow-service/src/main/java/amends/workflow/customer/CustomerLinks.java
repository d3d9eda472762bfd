package amends.workflow.customer;

import amends.contracts.contact.CustomerId;
import amends.contracts.customer.CustomerLinkEvent;
import amends.contracts.customer.CustomerLinkEvent.CustomersLinked;
import amends.contracts.customer.CustomerLinkEvent.CustomersUnlinked;
import amends.contracts.customer.CustomerLinkId;
import amends.contracts.customer.RecordedCustomerLink;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The links between customers that stand. Whoever is linked to one who is linked to a third is the
/// third as well; without the link in between he is not.
///
/// @param latest what was said last of each link, undone ones included: what is older and comes
///   later changes nothing
public record CustomerLinks(Map<CustomerLinkId, RecordedCustomerLink> latest) {

    public static final CustomerLinks NONE = new CustomerLinks(Map.of());

    public CustomerLinks {
        latest = Map.copyOf(latest);
    }

    public CustomerLinks with(RecordedCustomerLink said) {
        RecordedCustomerLink known = latest.get(said.link());
        if (known != null && (said.at().isBefore(known.at()) || stands(said) == stands(known))) {
            return this;
        }
        Map<CustomerLinkId, RecordedCustomerLink> changed = new HashMap<>(latest);
        changed.put(said.link(), said);
        return new CustomerLinks(changed);
    }

    /// What was said last of a link.
    public Optional<RecordedCustomerLink> find(CustomerLinkId link) {
        return Optional.ofNullable(latest.get(link));
    }

    /// When something may be said of a link that is newer than all that was, though the clock of
    /// whoever said that went ahead.
    public Instant next(CustomerLinkId link, Instant now) {
        return find(link).map(known -> known.at().plusMillis(1)).filter(now::isBefore).orElse(now);
    }

    /// All that are the same person as this one, himself first.
    public Set<CustomerId> sameAs(CustomerId customer) {
        Set<CustomerId> same = new LinkedHashSet<>(List.of(customer));
        Deque<CustomerId> next = new ArrayDeque<>(same);
        while (!next.isEmpty()) {
            CustomerId one = next.removeFirst();
            standing()
                    .flatMap(link -> other(link.event(), one).stream())
                    .filter(same::add)
                    .forEach(next::add);
        }
        return same;
    }

    /// All who are the same person as somebody else.
    public Set<CustomerId> linked() {
        return standing()
                .flatMap(link -> link.event().ends().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The links by which others are the same person as this one, the newest first.
    public List<RecordedCustomerLink> of(CustomerId customer) {
        Set<CustomerId> same = sameAs(customer);
        return standing()
                .filter(link -> same.containsAll(link.event().ends()))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    private Stream<RecordedCustomerLink> standing() {
        return latest.values().stream().filter(CustomerLinks::stands);
    }

    private static boolean stands(RecordedCustomerLink said) {
        return switch (said.event()) {
            case CustomersLinked _ -> true;
            case CustomersUnlinked _ -> false;
        };
    }

    private static Optional<CustomerId> other(CustomerLinkEvent link, CustomerId one) {
        List<CustomerId> ends = link.ends();
        return ends.contains(one)
                ? ends.stream().filter(end -> !end.equals(one)).findFirst()
                : Optional.empty();
    }
}
