package amends.workflow.web;

import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.authority.AuthorityPolicy;
import amends.workflow.authority.Entitled;
import amends.workflow.authority.Role;
import amends.workflow.policy.Policies;
import amends.workflow.stream.PolicyBook;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// Tells who could grant and approve what at any time, by the policy that was in force then.
@RestController
class EntitledController {

    private final PolicyBook policies;
    private final Clock clock;

    EntitledController(PolicyBook policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /// @param otherwise the role of everybody else
    /// @param twoApprovers above these amounts two people must approve
    record EntitledAnswer(
            Instant at,
            PolicyVersion policy,
            List<Entitled> holders,
            Role otherwise,
            Map<Currency, BigDecimal> twoApprovers) {}

    @GetMapping("/policies/authority/entitled")
    EntitledAnswer entitled(@RequestParam(required = false) @Nullable String at) {
        Instant instant = at == null ? clock.instant() : PastCase.instant(at);
        PublishedPolicy published =
                policies.inForce(Policies.AUTHORITY, instant)
                        .orElseThrow(
                                () ->
                                        Problems.of(
                                                HttpStatus.NOT_FOUND,
                                                "No authority policy was in force then; ask for a"
                                                        + " later time"));
        AuthorityPolicy policy = AuthorityPolicy.parse(published);
        return new EntitledAnswer(
                instant,
                policy.version(),
                policy.entitled(instant),
                policy.otherwise(),
                policy.twoApprovers());
    }
}
