package amends.intake.channel;

import amends.contracts.contact.ChannelName;

/// A channel that gets JSON in which the members of the canonical form mean what they mean there,
/// and some members are its own.
abstract class JsonChannel implements PostedChannel {

    private final ChannelName name;
    private final CanonicalForm form;

    JsonChannel(String name, CanonicalForm form) {
        this.name = new ChannelName(name);
        this.form = form;
    }

    @Override
    public final ChannelName name() {
        return name;
    }

    @Override
    public final Reading read(Arrival arrival) {
        return Draft.of(arrival, form, false, this::translated);
    }

    @Override
    public final Reading readAsWritten(Arrival arrival) {
        return Draft.of(arrival, form, true, this::translated);
    }

    /// Puts what the source says in its own members into canonical ones, and says what it is.
    abstract Reading translated(Draft draft);
}
