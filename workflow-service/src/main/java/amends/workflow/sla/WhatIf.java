package amends.workflow.sla;

import amends.contracts.sla.ClockName;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What another policy would have changed about the breaches of one complaint. What people did, and
/// the priorities that the complaint had, stay as they were.
///
/// @param gained the clocks of those that it would have brought about, one for each run
/// @param lost the clocks of those that it would have spared
public record WhatIf(List<ClockName> gained, List<ClockName> lost) {

    public WhatIf {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /// @param inForce the complaint's accounts under the policies in force
    /// @param candidate the same under those to be tried
    public static WhatIf between(Collection<Ledger> inForce, Collection<Ledger> candidate) {
        Set<Breach> before = Breach.in(inForce);
        Set<Breach> after = Breach.in(candidate);
        return new WhatIf(without(after, before), without(before, after));
    }

    private static List<ClockName> without(Set<Breach> some, Set<Breach> others) {
        return some.stream().filter(breach -> !others.contains(breach)).map(Breach::clock).toList();
    }
}
