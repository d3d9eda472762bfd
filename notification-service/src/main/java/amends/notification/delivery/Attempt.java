package amends.notification.delivery;

import amends.contracts.notification.FailureReason;
import amends.contracts.notification.MessageId;

/// How one attempt to hand a message over ended.
public sealed interface Attempt {

    /// The receiving side took responsibility for it.
    record Accepted(MessageId messageId) implements Attempt {}

    /// The receiving side will never take it.
    record Rejected(FailureReason reason) implements Attempt {}

    /// The receiving side asks to come back later.
    record PutOff(FailureReason reason) implements Attempt {}

    /// Nobody is there; that says nothing about the message.
    record NobodyThere(FailureReason reason) implements Attempt {}
}
