package amends.workflow.quality;

import amends.contracts.complaint.ComplaintEvent.PromiseBroken;
import amends.contracts.quality.ServiceSign;

/// Nobody spoke to the customer between the promise and its breaking.
record PromiseBrokenWithoutAWordRule(ServiceSign sign) implements SignRule {

    @Override
    public boolean isShownBy(Moment moment) {
        return moment.recorded().event() instanceof PromiseBroken broken
                && moment.before().silent().contains(broken.promise());
    }
}
