package amends.contracts.insight;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Something learned from many complaints that matters to one of them.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Insight {

    /// The complaint belongs to a concern that ever more customers share.
    record ConcernRising(ClusterId cluster, int distinctCustomers) implements Insight {}

    /// The customer has complained before; `complaints` counts this one too.
    record CustomerComplainsAgain(int complaints) implements Insight {}
}
