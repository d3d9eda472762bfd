package amends.workflow.sla;

import amends.contracts.sla.ClockName;
import amends.workflow.sla.Ledger.Outcome;
import amends.workflow.sla.Ledger.Run;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// A run of a clock that passed its target, met late or not at all.
///
/// @param startedBy the version of the event that started it: by it the same run is known under
///   another policy
record Breach(ClockName clock, long startedBy) {

    static Set<Breach> in(Collection<Ledger> ledgers) {
        Set<Breach> breaches = new LinkedHashSet<>();
        for (Ledger ledger : ledgers) {
            for (Run run : ledger.runs()) {
                if (run.outcome() == Outcome.BREACHED || run.outcome() == Outcome.MET_LATE) {
                    breaches.add(new Breach(ledger.clock(), run.startedBy().version()));
                }
            }
        }
        return breaches;
    }
}
