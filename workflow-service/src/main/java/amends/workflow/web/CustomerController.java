package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.customer.CustomerLinkEvent.CustomersLinked;
import amends.contracts.customer.CustomerLinkId;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.personal.FreeText;
import amends.workflow.customer.KnownCustomer;
import amends.workflow.stream.CustomerBook;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseDetails;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.Sight;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who the customer of a complaint is: people say that two are one person, and take it back.
@RestController
class CustomerController {

    private static final int LONGEST = 1000;
    private static final int MOST_LOOKED_AT = 500;

    private final CaseStore cases;
    private final CustomerBook customers;
    private final RepeatCounts counts;

    CustomerController(CaseStore cases, CustomerBook customers, RepeatCounts counts) {
        this.cases = cases;
        this.customers = customers;
        this.counts = counts;
    }

    /// @param complaints how many he has made, this one and those of linked customers included
    /// @param links by which others are the same person
    record CustomerAnswer(
            CustomerId id,
            IdentifiedBy identifiedBy,
            int complaints,
            List<CustomerLinkRow> links) {}

    /// @param complaint the newest of whom the link adds, as far as the caller may see it
    record CustomerLinkRow(
            CustomerLinkId link,
            Instant at,
            Actor by,
            FreeText reason,
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
        CustomerId one = id(file);
        CustomerId other = id(his);
        if (!customers.links().sameAs(one).contains(other)) {
            checkMayBeLinked(file, his);
            Actor by = IdentityFilter.caller(request).actor();
            counts.after(Set.of(one, other), () -> customers.link(one, other, said.reason(), by));
        }
        return answer(file, Sights.of(request));
    }

    @PutMapping("/complaints/{idOrReference}/customer-links/{link}/undone")
    CustomerAnswer undo(
            @PathVariable String idOrReference,
            @PathVariable CustomerLinkId link,
            @RequestBody CustomerLinkText said,
            HttpServletRequest request) {
        check(said);
        CaseFile file = find(idOrReference);
        RecordedCustomerLink standing =
                customers.links().of(id(file)).stream()
                        .filter(each -> each.link().equals(link))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Problems.of(
                                                HttpStatus.NOT_FOUND,
                                                "No such link stands for this customer; it may"
                                                        + " have been undone"));
        Actor by = IdentityFilter.caller(request).actor();
        counts.after(
                ends(standing).collect(Collectors.toSet()),
                () -> customers.unlink(standing, said.reason(), by));
        return answer(file, Sights.of(request));
    }

    private CustomerAnswer answer(CaseFile file, Sight sight) {
        CustomerId id = id(file);
        List<CaseFile> all = cases.ofCustomers(customers.links().sameAs(id), MOST_LOOKED_AT);
        return new CustomerAnswer(
                id,
                identifiedBy(file),
                (int) all.stream().filter(each -> each.row().merged() == null).count(),
                customers.links().of(id).stream()
                        .map(each -> row(each, file, all, sight))
                        .toList());
    }

    private static CustomerLinkRow row(
            RecordedCustomerLink link, CaseFile file, List<CaseFile> all, Sight sight) {
        FreeText reason =
                link.event() instanceof CustomersLinked linked ? linked.reason() : new FreeText("");
        List<CustomerId> ends = ends(link).toList();
        ComplaintReference complaint =
                all.stream()
                        .map(CaseFile::row)
                        .filter(row -> !row.customer().id().equals(id(file)))
                        .filter(row -> ends.contains(row.customer().id()))
                        .filter(sight::covers)
                        .map(BoardRow::reference)
                        .findFirst()
                        .orElse(null);
        return new CustomerLinkRow(link.link(), link.at(), link.by(), reason, complaint);
    }

    private static Stream<CustomerId> ends(RecordedCustomerLink link) {
        return link.event() instanceof CustomersLinked linked
                ? Stream.of(linked.one(), linked.other())
                : Stream.empty();
    }

    private void checkMayBeLinked(CaseFile file, CaseFile with) {
        BrandName brand = file.row().brand();
        BrandName other = with.row().brand();
        if (brand != null && other != null && !brand.equals(other)) {
            throw refused(
                    "OTHER_BRAND",
                    "They are customers of different brands; link those of one brand");
        }
        for (CaseFile each : List.of(file, with)) {
            List<CaseFile> his = cases.ofCustomers(List.of(id(each)), MOST_LOOKED_AT);
            new KnownCustomer(
                            his.stream()
                                    .flatMap(
                                            one ->
                                                    Stream.ofNullable(
                                                            CaseDetails.of(one).complainant()))
                                    .toList())
                    .obstacle()
                    .ifPresent(
                            obstacle -> {
                                throw refused(
                                        obstacle.name(), words(obstacle, each.row().reference()));
                            });
        }
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
