package amends.workflow.authority;

import java.math.BigDecimal;

/// How much somebody may grant without asking, in one currency.
///
/// @param perRemedy for one matter, whether in one part or in several
/// @param perCustomer for one customer within the policy's period
public record GrantLimit(BigDecimal perRemedy, BigDecimal perCustomer) {

    static final GrantLimit NOTHING = new GrantLimit(BigDecimal.ZERO, BigDecimal.ZERO);

    GrantLimit or(GrantLimit other) {
        return new GrantLimit(perRemedy.max(other.perRemedy), perCustomer.max(other.perCustomer));
    }
}
