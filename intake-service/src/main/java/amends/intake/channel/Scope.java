package amends.intake.channel;

import amends.contracts.access.Reach;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;

import java.util.ArrayList;
import java.util.List;

/// For which brands, and as coming by which channels, somebody may send. What is outside is refused
/// like any other mistake of the sender.
public record Scope(Reach reach) {

    public static final Scope EVERYTHING = new Scope(Reach.EVERYTHING);

    /// The same channel for somebody of this scope.
    public Channel over(Channel channel) {
        return reach.isEverything() ? channel : new Limited(channel);
    }

    public Reading within(Reading reading) {
        return reading instanceof Reading.Understood(Contact contact, _)
                ? within(contact, reading)
                : reading;
    }

    private Reading within(Contact contact, Reading reading) {
        List<Fault> faults = new ArrayList<>();
        if (!reach.covers(contact.brand())) {
            faults.add(
                    new Fault("You may send for these brands only: " + reach.brands(), "/brand"));
        }
        if (!reach.covers(contact.content().channel())) {
            faults.add(
                    new Fault(
                            "You may send by these channels only: " + reach.channels(),
                            "/channel"));
        }
        return faults.isEmpty() ? reading : new Reading.Invalid(false, faults);
    }

    private final class Limited implements Channel {

        private final Channel channel;

        Limited(Channel channel) {
            this.channel = channel;
        }

        @Override
        public ChannelName name() {
            return channel.name();
        }

        @Override
        public Reading read(Arrival arrival) {
            return within(channel.read(arrival));
        }
    }
}
