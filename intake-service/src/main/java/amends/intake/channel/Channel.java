package amends.intake.channel;

import amends.contracts.contact.ChannelName;

/// A way in which complaints arrive. To add one: implement this, give it a path, and add it to the
/// contract test.
///
/// Reading is pure and repeatable: the same arrival always gives the same ids.
public interface Channel {

    /// Its name in quarantine and metrics.
    ChannelName name();

    Reading read(Arrival arrival);

    /// The same when somebody has said that a person wrote it, whatever it looks like.
    default Reading readAsWritten(Arrival arrival) {
        return read(arrival);
    }
}
