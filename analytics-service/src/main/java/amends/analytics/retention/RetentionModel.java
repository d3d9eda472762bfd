package amends.analytics.retention;

/// What research says about customers who complain, and about those who do not: a named, versioned
/// policy, read from `analytics/retention.yaml`. All shares are from 0 to 1.
///
/// @param complainingShare of dissatisfied customers who complain to the company; the others stay
///   silent
/// @param silentLostShare of the silent who never come back
/// @param stayingWhenPrompt of complainants who stay when it is solved on the spot or promptly
/// @param stayingWhenProper of complainants who stay when it is handled properly, but slowly
/// @param leavingWhenUnsolved of complainants who leave when the problem stays
/// @param leavingWhenServiceIsBad of customers who leave because of bad service
/// @param promptHours up to this long is prompt
/// @param properHours from here on waiting costs no more customers; in between they are lost evenly
/// @param peopleTold whom a dissatisfied customer tells at least
/// @param mostPeopleTold and at most
/// @param costOfWinningOverKeeping a new customer costs so many times more than keeping one
public record RetentionModel(
        String name,
        int version,
        double complainingShare,
        double silentLostShare,
        double stayingWhenPrompt,
        double stayingWhenProper,
        double leavingWhenUnsolved,
        double leavingWhenServiceIsBad,
        long promptHours,
        long properHours,
        int peopleTold,
        int mostPeopleTold,
        double costOfWinningOverKeeping) {

    public RetentionModel {
        if (properHours <= promptHours) {
            throw new IllegalArgumentException(
                    "The retention model needs properHours above promptHours: "
                            + properHours
                            + " is not above "
                            + promptHours);
        }
    }

    /// Returns the share of complainants who stay when their complaint is resolved after so many
    /// hours.
    double stayingAfter(long hours) {
        long delay = Math.clamp(hours, promptHours, properHours) - promptHours;
        return stayingWhenPrompt - delay * lostPerHour();
    }

    /// Returns the share of complainants that an hour of delay costs.
    double lostPerHour() {
        return (stayingWhenPrompt - stayingWhenProper) / (properHours - promptHours);
    }

    String reference() {
        return name + "@" + version;
    }
}
