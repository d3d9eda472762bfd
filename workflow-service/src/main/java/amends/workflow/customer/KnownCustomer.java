package amends.workflow.customer;

import amends.contracts.contact.Customer;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.RoleMailboxes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One customer as his complaints show him.
///
/// @param seen in each of his complaints
public record KnownCustomer(List<Customer> seen) {

    public KnownCustomer {
        seen = List.copyOf(seen);
    }

    /// Why he must not be linked to another: he may be several people.
    public enum Obstacle {
        ROLE_MAILBOX,
        SHARED_PHONE
    }

    /// Nothing when he has something of his own: an account, a mailbox, a telephone, or one name
    /// among those who use the same.
    public Optional<Obstacle> obstacle() {
        int people = people();
        if (people == 1 || hasAccountOrMailbox() || (isKnownByPhone() && people == 0)) {
            return Optional.empty();
        }
        if (has(Customer::emails)) {
            return Optional.of(Obstacle.ROLE_MAILBOX);
        }
        return has(Customer::phones) ? Optional.of(Obstacle.SHARED_PHONE) : Optional.empty();
    }

    private boolean hasAccountOrMailbox() {
        return has(Customer::accounts)
                || seen.stream()
                        .flatMap(each -> each.emails().stream())
                        .anyMatch(email -> !RoleMailboxes.contains(email));
    }

    /// By a telephone that several use, intake knows nobody without his name.
    private boolean isKnownByPhone() {
        return seen.stream().anyMatch(each -> each.identifiedBy() == IdentifiedBy.PHONE);
    }

    private boolean has(Function<Customer, Collection<?>> points) {
        return seen.stream().map(points).anyMatch(each -> !each.isEmpty());
    }

    /// How many different names he goes by: one that is part of another, such as a family name, is
    /// the same.
    private int people() {
        List<StatedName> people = new ArrayList<>();
        seen.stream()
                .flatMap(each -> Stream.ofNullable(each.name()))
                .map(StatedName::of)
                .distinct()
                .sorted(StatedName.LONGEST_FIRST)
                .filter(name -> people.stream().noneMatch(name::isPartOf))
                .forEach(people::add);
        return people.size();
    }
}
