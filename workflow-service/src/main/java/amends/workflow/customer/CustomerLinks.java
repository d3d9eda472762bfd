package amends.workflow.customer;

import amends.contracts.contact.CustomerId;
import amends.contracts.customer.CustomerLinkEvent;
import amends.contracts.customer.CustomerLinkEvent.CustomersLinked;
import amends.contracts.customer.CustomerLinkEvent.CustomersUnlinked;
import amends.contracts.customer.CustomerLinkId;
import amends.contracts.customer.RecordedCustomerLink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The links between customers that stand. Whoever is linked to one who is linked to a third is the
/// third as well; without the link in between he is not.
public record CustomerLinks(Map<CustomerLinkId, RecordedCustomerLink> standing) {

    public static final CustomerLinks NONE = new CustomerLinks(Map.of());

    public CustomerLinks {
        standing = Map.copyOf(standing);
    }

    public CustomerLinks with(RecordedCustomerLink said) {
        Map<CustomerLinkId, RecordedCustomerLink> changed = new LinkedHashMap<>(standing);
        switch (said.event()) {
            case CustomersLinked _ -> changed.putIfAbsent(said.link(), said);
            case CustomersUnlinked _ -> changed.remove(said.link());
        }
        return new CustomerLinks(changed);
    }

    public Optional<RecordedCustomerLink> find(CustomerLinkId link) {
        return Optional.ofNullable(standing.get(link));
    }

    /// All that are the same person as this one, himself first.
    public Set<CustomerId> sameAs(CustomerId customer) {
        Set<CustomerId> same = new LinkedHashSet<>(List.of(customer));
        Deque<CustomerId> next = new ArrayDeque<>(same);
        while (!next.isEmpty()) {
            CustomerId one = next.removeFirst();
            for (RecordedCustomerLink link : standing.values()) {
                other(link.event(), one).filter(same::add).ifPresent(next::add);
            }
        }
        return same;
    }

    /// The links by which others are the same person as this one, the newest first.
    public List<RecordedCustomerLink> of(CustomerId customer) {
        Set<CustomerId> same = sameAs(customer);
        return standing.values().stream()
                .filter(link -> same.contains(one(link.event())))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    private static Optional<CustomerId> other(CustomerLinkEvent link, CustomerId one) {
        if (one(link).equals(one)) {
            return Optional.of(other(link));
        }
        return other(link).equals(one) ? Optional.of(one(link)) : Optional.empty();
    }

    private static CustomerId one(CustomerLinkEvent link) {
        return switch (link) {
            case CustomersLinked linked -> linked.one();
            case CustomersUnlinked unlinked -> unlinked.one();
        };
    }

    private static CustomerId other(CustomerLinkEvent link) {
        return switch (link) {
            case CustomersLinked linked -> linked.other();
            case CustomersUnlinked unlinked -> unlinked.other();
        };
    }
}
