package amends.workflow.web;

import amends.contracts.contact.Customer;
import amends.contracts.contact.LanguageTag;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;
import amends.workflow.playbook.Playbook;
import amends.workflow.playbook.PlaybookPolicy;
import amends.workflow.stream.CustomerBook;
import amends.workflow.stream.PolicyBook;
import amends.workflow.typology.KnownBefore;
import amends.workflow.typology.Typology;
import amends.workflow.view.CaseDetails;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.stream.Stream;

/// Tells an agent how to talk with the customer of a complaint, by what is known of him.
@RestController
class PlaybookController {

    private static final int MOST_LOOKED_AT = 10;

    private final CaseStore cases;
    private final CustomerBook customers;
    private final PolicyBook policies;

    PlaybookController(CaseStore cases, CustomerBook customers, PolicyBook policies) {
        this.cases = cases;
        this.customers = customers;
        this.policies = policies;
    }

    /// @param temper the one that the playbook is for; absent: for any
    /// @param relation the one that the playbook is for; absent: for any
    /// @param before what his earlier complaints showed, where this one does not
    record PlaybookAnswer(
            @Nullable Temper temper,
            @Nullable Relation relation,
            @Nullable KnownBefore before,
            @JsonUnwrapped Playbook playbook) {}

    /// @param language the customer's, where it is left out
    @GetMapping("/complaints/{idOrReference}/playbook")
    PlaybookAnswer playbook(
            @PathVariable String idOrReference,
            @RequestParam(required = false) @Nullable String language) {
        CaseFile file =
                cases.find(ComplaintPath.read(idOrReference))
                        .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
        CaseDetails details = CaseDetails.of(file);
        Typology typology = details.typology();
        KnownBefore before = before(file);
        Temper temper = before.temper(typology);
        Relation relation = before.relation(typology);
        PlaybookPolicy policy = policies.current().playbook();
        LanguageTag wanted = language == null ? customers(file, policy) : new LanguageTag(language);
        Playbook playbook =
                policy.playbook(
                                temper,
                                relation,
                                wanted,
                                name(details.complainant()),
                                file.row().reference().toString())
                        .orElseThrow(() -> unknown(wanted, policy));
        return new PlaybookAnswer(
                temper, relation, before.adds(typology) ? before : null, playbook);
    }

    private KnownBefore before(CaseFile file) {
        return KnownBefore.of(
                cases
                        .ofCustomers(
                                customers.links().sameAs(file.row().customer().id()),
                                MOST_LOOKED_AT)
                        .stream()
                        .filter(other -> !other.row().id().equals(file.row().id()))
                        .map(other -> CaseDetails.of(other).typology())
                        .toList());
    }

    /// His own language with its region, without it, or else the first that there is.
    private static LanguageTag customers(CaseFile file, PlaybookPolicy policy) {
        String tag = file.row().language().value();
        return Stream.of(tag, tag.split("-", 2)[0])
                .map(LanguageTag::new)
                .filter(policy.languages()::contains)
                .findFirst()
                .orElse(policy.languages().getFirst());
    }

    private static @Nullable String name(@Nullable Customer customer) {
        return customer == null || customer.name() == null ? null : customer.name().value();
    }

    private static ErrorResponseException unknown(LanguageTag language, PlaybookPolicy policy) {
        List<LanguageTag> known = policy.languages();
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "No playbook is written in %s; use one of %s".formatted(language, known));
    }
}
