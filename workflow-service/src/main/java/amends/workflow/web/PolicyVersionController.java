package amends.workflow.web;

import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.stream.PolicyBook;
import amends.workflow.web.CaseController.Items;
import amends.workflow.web.PolicyController.PolicyAnswer;
import amends.workflow.web.PolicyController.PolicySummary;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Shows what was in force before.
@RestController
class PolicyVersionController {

    private final PolicyBook policies;

    PolicyVersionController(PolicyBook policies) {
        this.policies = policies;
    }

    @GetMapping("/policies/{name}/versions")
    Items<PolicySummary> all(@PathVariable PolicyName name) {
        List<PublishedPolicy> versions = policies.versions(name);
        if (versions.isEmpty()) {
            throw PolicyController.unknown(name);
        }
        return new Items<>(versions.stream().map(PolicySummary::of).toList());
    }

    @GetMapping("/policies/{name}/versions/{version}")
    PolicyAnswer one(@PathVariable PolicyName name, @PathVariable int version) {
        return policies.version(new PolicyVersion(name, version))
                .map(PolicyAnswer::of)
                .orElseThrow(
                        () ->
                                Problems.of(
                                        HttpStatus.NOT_FOUND,
                                        "There is no version %d of %s; GET /policies/%s/versions"
                                                        .formatted(version, name, name)
                                                + " lists those there are"));
    }
}
