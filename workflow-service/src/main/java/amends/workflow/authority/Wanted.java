package amends.workflow.authority;

import amends.contracts.authority.Grant;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// A grant that somebody wishes to make, and what its customer has been granted before.
///
/// @param here in the same complaint, in whatever currency
/// @param elsewhere in other complaints within the policy's period, in the same currency
public record Wanted(Grant grant, List<Grant> here, BigDecimal elsewhere) {

    public Wanted {
        here = List.copyOf(here);
    }

    /// The whole matter: splitting a payment does not make it smaller.
    BigDecimal inThisComplaint() {
        return sum(Instant.MIN).add(grant.amount());
    }

    BigDecimal forThisCustomer(Instant since) {
        return sum(since).add(grant.amount()).add(elsewhere);
    }

    private BigDecimal sum(Instant since) {
        return here.stream()
                .filter(earlier -> earlier.currency().equals(grant.currency()))
                .filter(earlier -> !earlier.at().isBefore(since))
                .map(Grant::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
