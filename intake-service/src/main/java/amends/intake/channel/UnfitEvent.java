package amends.intake.channel;

/// What should be a CloudEvent in a format other than JSON isn't one.
public final class UnfitEvent extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitEvent(String why) {
        super(why);
    }
}
