package amends.workflow.quality;

import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.quality.ServiceSign;

/// A person handed the complaint on, and whoever had it did nothing for the customer.
record HandedOnWithoutHelpRule(ServiceSign sign) implements SignRule {

    @Override
    public boolean isShownBy(Moment moment) {
        return moment.recorded().event() instanceof ComplaintHandedOver handedOver
                && handedOver.from() != null
                && moment.recorded().actor().isAgent()
                && !moment.before().helped();
    }
}
