package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.customer.CustomerLinkId;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.personal.FreeText;
import amends.workflow.customer.CustomerLinks;
import amends.workflow.stream.CustomerBook;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseDetails;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.Separation;
import amends.workflow.view.Sight;
import amends.workflow.web.AlikeCustomers.Alike;
import amends.workflow.web.Problems.FieldError;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who the customer of a complaint is: people say that two are one person, and take it back.
@RestController
class CustomerController {

    private static final int LONGEST = 1000;
    private static final int MOST_LOOKED_AT = 500;

    private final CaseStore cases;
    private final CustomerBook customers;
    private final CustomerLinkRules rules;
    private final RepeatCounts counts;
    private final AlikeCustomers alike;

    CustomerController(
            CaseStore cases,
            CustomerBook customers,
            CustomerLinkRules rules,
            RepeatCounts counts,
            AlikeCustomers alike) {
        this.cases = cases;
        this.customers = customers;
        this.rules = rules;
        this.counts = counts;
        this.alike = alike;
    }

    /// @param complaints how many he has made, this one and those of linked customers included, as
    ///   far as the caller may see them
    /// @param links by which others are the same person
    /// @param separated absent: he is who he was taken for
    /// @param alike others with the same mailbox or telephone, who may be the same person
    record CustomerAnswer(
            CustomerId id,
            IdentifiedBy identifiedBy,
            int complaints,
            List<CustomerLinkRow> links,
            @Nullable SeparationRow separated,
            List<Alike> alike) {}

    /// That he is somebody else than he was taken for, as a person says.
    record SeparationRow(Instant at, Actor by, FreeText reason) {}

    /// @param by absent, as is the reason, for whoever may not see a complaint of each of both; he
    ///   can't undo it either
    /// @param complaint the newest of whom the link adds, as far as the caller may see it
    record CustomerLinkRow(
            CustomerLinkId link,
            Instant at,
            @Nullable Actor by,
            @Nullable FreeText reason,
            @Nullable ComplaintReference complaint) {}

    /// @param reason why they are one person, or why that was a mistake
    record CustomerLinkText(FreeText reason) {}

    @GetMapping("/complaints/{idOrReference}/customer")
    CustomerAnswer customer(@PathVariable String idOrReference, HttpServletRequest request) {
        return answer(find(idOrReference), Sights.of(request));
    }

    /// Saying it again changes nothing.
    ///
    /// @param with a complaint of the other customer, by id or reference
    @PutMapping("/complaints/{idOrReference}/customer-links/{with}")
    CustomerAnswer link(
            @PathVariable String idOrReference,
            @PathVariable String with,
            @RequestBody CustomerLinkText said,
            HttpServletRequest request) {
        check(said);
        CaseFile file = find(idOrReference);
        CaseFile his =
                Optional.of(find(with))
                        .filter(each -> Sights.of(request).covers(each.row()))
                        .orElseThrow(() -> Problems.unknownComplaint(with));
        if (!id(file).equals(id(his))) {
            link(file, his, said.reason(), IdentityFilter.caller(request).actor());
        }
        return answer(file, Sights.of(request));
    }

    /// Those who are one person already are told once more how often he has complained.
    private void link(CaseFile file, CaseFile his, FreeText reason, Actor by) {
        CustomerId one = id(file);
        CustomerId other = id(his);
        if (customers.links().sameAs(one).contains(other)) {
            counts.again(Set.of(one, other));
        } else {
            rules.check(file, his);
            counts.after(Set.of(one, other), () -> customers.link(one, other, reason, by));
        }
    }

    /// Saying it again changes nothing.
    @PutMapping("/complaints/{idOrReference}/customer-links/{link}/undone")
    CustomerAnswer undo(
            @PathVariable String idOrReference,
            @PathVariable CustomerLinkId link,
            @RequestBody CustomerLinkText said,
            HttpServletRequest request) {
        check(said);
        CaseFile file = find(idOrReference);
        Sight sight = Sights.of(request);
        CustomerLinks links = customers.links();
        RecordedCustomerLink last =
                links.find(link)
                        .filter(each -> concerns(each, links.sameAs(id(file))))
                        .filter(each -> rules.isSeen(each.event().ends(), sight))
                        .orElseThrow(CustomerController::unknownLink);
        Set<CustomerId> ends = Set.copyOf(last.event().ends());
        if (links.of(id(file)).contains(last)) {
            Actor by = IdentityFilter.caller(request).actor();
            counts.after(ends, () -> customers.unlink(last, said.reason(), by));
        } else {
            counts.again(ends);
        }
        return answer(file, sight);
    }

    private static boolean concerns(RecordedCustomerLink link, Set<CustomerId> same) {
        return link.event().ends().stream().anyMatch(same::contains);
    }

    private static ErrorResponseException unknownLink() {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "This customer has no such link; look up his links and name one of them");
    }

    private CustomerAnswer answer(CaseFile file, Sight sight) {
        CustomerId id = id(file);
        Set<CustomerId> same = customers.links().sameAs(id);
        List<BoardRow> seen =
                cases.rowsOf(same, MOST_LOOKED_AT).stream().filter(sight::covers).toList();
        return new CustomerAnswer(
                id,
                identifiedBy(file),
                sight.isLimited()
                        ? (int) seen.stream().filter(row -> row.merged() == null).count()
                        : cases.countOf(same),
                customers.links().of(id).stream().map(each -> row(each, id, seen, sight)).toList(),
                Separation.of(file)
                        .map(apart -> new SeparationRow(apart.at(), apart.by(), apart.reason()))
                        .orElse(null),
                alike.to(file, same, sight));
    }

    private CustomerLinkRow row(
            RecordedCustomerLink link, CustomerId id, List<BoardRow> seen, Sight sight) {
        List<CustomerId> ends = link.event().ends();
        ComplaintReference complaint =
                seen.stream()
                        .filter(row -> !row.customer().id().equals(id))
                        .filter(row -> ends.contains(row.customer().id()))
                        .map(BoardRow::reference)
                        .findFirst()
                        .orElse(null);
        return rules.isSeen(ends, sight)
                ? new CustomerLinkRow(
                        link.link(), link.at(), link.by(), link.event().reason(), complaint)
                : new CustomerLinkRow(link.link(), link.at(), null, null, complaint);
    }

    private static void check(CustomerLinkText said) {
        List<FieldError> missing = RequiredFields.missing(said);
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
        if (said.reason().isBlank() || said.reason().value().length() > LONGEST) {
            throw Problems.invalid(
                    List.of(
                            new FieldError(
                                    "Say why, in %d characters at most".formatted(LONGEST),
                                    "/reason")));
        }
    }

    private CaseFile find(String idOrReference) {
        return cases.find(ComplaintPath.read(idOrReference))
                .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
    }

    private static CustomerId id(CaseFile file) {
        return file.row().customer().id();
    }

    private static IdentifiedBy identifiedBy(CaseFile file) {
        var complainant = CaseDetails.of(file).complainant();
        return complainant == null ? IdentifiedBy.CONTACT_ALONE : complainant.identifiedBy();
    }
}
