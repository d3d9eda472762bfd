package amends.workflow.authority;

import amends.contracts.authority.RoleName;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/// What a role may grant and approve; nothing in a currency that it does not name.
///
/// @param grants without asking anybody
/// @param approves of what others propose, up to this amount
public record Role(
        RoleName role,
        Map<Currency, GrantLimit> grants,
        Map<Currency, BigDecimal> approves,
        boolean approvesWithoutLimit) {

    public Role {
        grants = Map.copyOf(grants);
        approves = Map.copyOf(approves);
    }

    GrantLimit limit(Currency currency) {
        return grants.getOrDefault(currency, GrantLimit.NOTHING);
    }

    boolean mayApprove(BigDecimal stake, Currency currency) {
        BigDecimal most = approves.get(currency);
        return approvesWithoutLimit || (most != null && stake.compareTo(most) <= 0);
    }
}
