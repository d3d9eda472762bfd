package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.workflow.view.AgentCare;
import amends.workflow.view.CareStore;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.Offer;
import amends.workflow.web.CaseController.Items;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Shows what others were offered, and what was seen of an agent's service.
@RestController
class CareController {

    private final CaseStore cases;
    private final CareStore care;

    CareController(CaseStore cases, CareStore care) {
        this.cases = cases;
        this.care = care;
    }

    /// For whoever must approve: nothing when the complaint offers nothing material.
    @GetMapping("/complaints/{idOrReference}/comparable-offers")
    Items<Offer> comparable(
            @PathVariable String idOrReference,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        CaseFile file =
                cases.find(ComplaintPath.read(idOrReference))
                        .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
        return new Items<>(
                Offer.wanted(file)
                        .map(offer -> care.comparable(offer, Limits.of(limit)))
                        .orElse(List.of()));
    }

    /// @param limit how many complaints are looked through, the newest ones that show anything
    @GetMapping("/agents/{id}/signs")
    AgentCare signs(
            @PathVariable AgentId id, @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        return care.of(id, Limits.of(limit));
    }
}
