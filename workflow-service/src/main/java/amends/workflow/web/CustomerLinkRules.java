package amends.workflow.web;

import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.CustomerId;
import amends.workflow.customer.KnownCustomer;
import amends.workflow.stream.CustomerBook;
import amends.workflow.view.CaseDetails;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.Sight;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which customers may be said to be one person, and by whom.
@Component
class CustomerLinkRules {

    private static final int MOST_LOOKED_AT = 500;

    private final CaseStore cases;
    private final CustomerBook customers;

    CustomerLinkRules(CaseStore cases, CustomerBook customers) {
        this.cases = cases;
        this.customers = customers;
    }

    /// Whether a complaint of each of them is within somebody's reach.
    boolean isSeen(Collection<CustomerId> ends, Sight sight) {
        return !sight.isLimited()
                || ends.stream()
                        .allMatch(
                                end ->
                                        cases.rowsOf(List.of(end), MOST_LOOKED_AT).stream()
                                                .anyMatch(sight::covers));
    }

    /// @throws ErrorResponseException when those who made these complaints must not be linked
    void check(CaseFile file, CaseFile with) {
        if (Stream.of(file, with).flatMap(this::brands).distinct().count() > 1) {
            throw refused(
                    "OTHER_BRAND",
                    "They, or others who are linked to them, are customers of different brands;"
                            + " link those of one brand");
        }
        for (CaseFile each : List.of(file, with)) {
            known(each)
                    .obstacle()
                    .ifPresent(
                            obstacle -> {
                                throw refused(
                                        obstacle.name(), words(obstacle, each.row().reference()));
                            });
        }
    }

    /// Of whom he is, and of all that are the same person.
    private Stream<BrandName> brands(CaseFile file) {
        Set<CustomerId> same = customers.links().sameAs(file.row().customer().id());
        return cases.rowsOf(same, MOST_LOOKED_AT).stream()
                .flatMap(row -> Stream.ofNullable(row.brand()));
    }

    private KnownCustomer known(CaseFile file) {
        return new KnownCustomer(
                cases.ofCustomers(List.of(file.row().customer().id()), MOST_LOOKED_AT).stream()
                        .flatMap(one -> Stream.ofNullable(CaseDetails.of(one).complainant()))
                        .toList());
    }

    private static String words(KnownCustomer.Obstacle obstacle, ComplaintReference complaint) {
        return switch (obstacle) {
            case ROLE_MAILBOX ->
                    "Whoever wrote "
                            + complaint
                            + " is known by a mailbox only that several people use; ask him for his"
                            + " name or an address of his own first";
            case SHARED_PHONE ->
                    "Whoever is behind "
                            + complaint
                            + " is known by a telephone only that several people use; ask him for"
                            + " his name or a contact point of his own first";
        };
    }

    private static ErrorResponseException refused(String rule, String explanation) {
        ErrorResponseException problem = Problems.of(HttpStatus.CONFLICT, explanation);
        problem.getBody().setProperty("rule", rule);
        return problem;
    }
}
