package amends.workflow.quality;

import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.quality.ServiceSign;

/// The customer goes from one to the next.
///
/// @param each at how many handovers, and at each multiple of it
record HandoversRule(ServiceSign sign, int each) implements SignRule {

    HandoversRule {
        if (each < 1) {
            throw new IllegalArgumentException("`each` is at least 1");
        }
    }

    @Override
    public boolean isShownBy(Moment moment) {
        return moment.recorded().event() instanceof ComplaintHandedOver
                && moment.after().handovers() % each == 0;
    }
}
