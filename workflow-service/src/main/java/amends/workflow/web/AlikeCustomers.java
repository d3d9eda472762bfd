package amends.workflow.web;

import amends.contracts.contact.CustomerId;
import amends.workflow.stream.CustomerBook;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.ContactPoints;
import amends.workflow.view.Separation;
import amends.workflow.view.Sight;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Who used the same mailbox or telephone as the customer of a complaint, and counts as another:
/// perhaps he is the same person. People say so, or leave it.
@Component
class AlikeCustomers {

    private static final int MOST_LOOKED_AT = 100;
    private static final int MOST_SHOWN = 5;

    private final CaseStore cases;
    private final CustomerBook customers;

    AlikeCustomers(CaseStore cases, CustomerBook customers) {
        this.cases = cases;
        this.customers = customers;
    }

    /// @param complaint the newest of his
    record Alike(BoardRow complaint, boolean sameMailbox, boolean samePhone) {}

    /// Of the same brand, within reach, and nobody from whom the customer was told apart.
    ///
    /// @param same all that are known to be the customer
    List<Alike> to(CaseFile file, Set<CustomerId> same, Sight sight) {
        ContactPoints points = ContactPoints.of(file);
        if (points.all().isEmpty()) {
            return List.of();
        }
        Map<CustomerId, Alike> found = new LinkedHashMap<>();
        for (CaseFile other : cases.reachedBy(points, same, MOST_LOOKED_AT)) {
            BoardRow row = other.row();
            if (found.size() < MOST_SHOWN
                    && sight.covers(row)
                    && Objects.equals(row.brand(), file.row().brand())
                    && !areToldApart(file, other, same)) {
                found.putIfAbsent(row.customer().id(), alike(points, other));
            }
        }
        return List.copyOf(found.values());
    }

    private boolean areToldApart(CaseFile file, CaseFile other, Set<CustomerId> same) {
        CustomerId his = other.row().customer().id();
        return Separation.of(file)
                        .filter(apart -> customers.links().sameAs(apart.from()).contains(his))
                        .isPresent()
                || Separation.of(other).filter(apart -> same.contains(apart.from())).isPresent();
    }

    private static Alike alike(ContactPoints points, CaseFile other) {
        ContactPoints his = ContactPoints.of(other);
        return new Alike(
                other.row(),
                isAnyOf(points.mailboxes(), his.mailboxes()),
                isAnyOf(points.phones(), his.phones()));
    }

    private static boolean isAnyOf(Collection<String> points, Collection<String> his) {
        return !Collections.disjoint(points, his);
    }
}
