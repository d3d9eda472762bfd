package amends.workflow.authority;

import amends.contracts.authority.ApprovalReason;
import amends.contracts.authority.RoleName;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may promise how much alone, and who approves what is beyond that.
public final class AuthorityPolicy {

    private final PolicyVersion version;
    private final Body body;
    private final Map<RoleName, Role> roles;

    /// @param zone in which `from` and `until` are days
    /// @param period over which the grants to one customer are added up
    /// @param otherwise the role of whoever holds no other
    /// @param twoApprovers above these amounts one approval is not enough
    private record Body(
            ZoneId zone,
            Duration period,
            List<Role> roles,
            RoleName otherwise,
            List<Holder> holders,
            Map<Currency, BigDecimal> twoApprovers) {}

    private AuthorityPolicy(PolicyVersion version, Body body) {
        this.version = version;
        this.body = body;
        this.roles = body.roles().stream().collect(Collectors.toMap(Role::role, role -> role));
    }

    /// @throws InvalidPolicy when it can't be followed
    public static AuthorityPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        Set<RoleName> known = body.roles().stream().map(Role::role).collect(Collectors.toSet());
        if (known.size() < body.roles().size()) {
            throw invalid(published, "each role is described once");
        }
        Stream.concat(Stream.of(body.otherwise()), body.holders().stream().map(Holder::role))
                .filter(role -> !known.contains(role))
                .findFirst()
                .ifPresent(
                        role -> {
                            throw invalid(published, "role %s is not described".formatted(role));
                        });
        return new AuthorityPolicy(published.version(), body);
    }

    private static InvalidPolicy invalid(PublishedPolicy published, String why) {
        return new InvalidPolicy(published.version().name(), why);
    }

    public PolicyVersion version() {
        return version;
    }

    /// From when on grants still count at an instant.
    public Instant countsSince(Instant at) {
        return at.minus(body.period());
    }

    /// Empty: the actor may promise it at once.
    public Optional<ApprovalNeed> need(Actor by, Instant at, Wanted wanted) {
        Currency currency = wanted.grant().currency();
        GrantLimit limit =
                roles(by, at)
                        .map(role -> role.limit(currency))
                        .reduce(GrantLimit.NOTHING, GrantLimit::or);
        BigDecimal here = wanted.inThisComplaint();
        BigDecimal customers = wanted.forThisCustomer(countsSince(at));
        Set<ApprovalReason> reasons = EnumSet.noneOf(ApprovalReason.class);
        if (here.compareTo(limit.perRemedy()) > 0) {
            reasons.add(
                    wanted.grant().amount().compareTo(limit.perRemedy()) > 0
                            ? ApprovalReason.BEYOND_REMEDY_LIMIT
                            : ApprovalReason.SPLIT_WITHIN_COMPLAINT);
        }
        if (customers.compareTo(limit.perCustomer()) > 0) {
            reasons.add(ApprovalReason.BEYOND_CUSTOMER_LIMIT);
        }
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        boolean customersCount = reasons.contains(ApprovalReason.BEYOND_CUSTOMER_LIMIT);
        BigDecimal stake = customersCount ? here.max(customers) : here;
        return Optional.of(
                new ApprovalNeed(new TreeSet<>(reasons), approvals(stake, currency), stake));
    }

    private int approvals(BigDecimal stake, Currency currency) {
        BigDecimal most = body.twoApprovers().get(currency);
        return most != null && stake.compareTo(most) > 0 ? 2 : 1;
    }

    /// The role by which somebody may approve this at that time. Empty: he may not.
    public Optional<RoleName> approver(
            AgentId agent, Instant at, BigDecimal stake, Currency currency) {
        return roles(Actor.agent(agent), at)
                .filter(role -> role.mayApprove(stake, currency))
                .map(Role::role)
                .findFirst();
    }

    /// The roles that may approve this.
    public List<RoleName> approving(BigDecimal stake, Currency currency) {
        return body.roles().stream()
                .filter(role -> role.mayApprove(stake, currency))
                .map(Role::role)
                .toList();
    }

    /// Everybody who held a role at that time.
    public List<Entitled> entitled(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, body.zone());
        return body.holders().stream()
                .filter(holder -> holder.isOn(day))
                .map(
                        holder ->
                                new Entitled(
                                        holder.agent(),
                                        role(holder.role()),
                                        holder.from(),
                                        holder.until().orElse(null)))
                .toList();
    }

    /// The role of whoever holds no other.
    public Role otherwise() {
        return role(body.otherwise());
    }

    /// Above these amounts one approval is not enough.
    public Map<Currency, BigDecimal> twoApprovers() {
        return Map.copyOf(body.twoApprovers());
    }

    private Stream<Role> roles(Actor by, Instant at) {
        List<Role> held =
                by.isAgent()
                        ? entitled(at).stream()
                                .filter(each -> each.agent().value().equals(by.name().value()))
                                .map(Entitled::role)
                                .toList()
                        : List.of();
        return held.isEmpty() ? Stream.of(otherwise()) : held.stream();
    }

    private Role role(RoleName name) {
        return Objects.requireNonNull(roles.get(name));
    }
}
