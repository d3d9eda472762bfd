package amends.workflow.quality;

import amends.contracts.quality.ServiceSign;

/// It was tried again and again, and is not solved.
///
/// @param each at how many reworks, and at each multiple of it
record ReworksRule(ServiceSign sign, int each) implements SignRule {

    ReworksRule {
        if (each < 1) {
            throw new IllegalArgumentException("`each` is at least 1");
        }
    }

    @Override
    public boolean isShownBy(Moment moment) {
        return Treatment.isRework(moment.recorded().event())
                && moment.after().reworks() % each == 0;
    }
}
