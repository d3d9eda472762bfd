package amends.analytics.stream;

import amends.contracts.complaint.ComplaintEvent.AppealDecided;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRefused;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.ClockWarned;
import amends.contracts.complaint.ComplaintEvent.ComplaintAssessed;
import amends.contracts.complaint.ComplaintEvent.ComplaintAssigned;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.complaint.ComplaintEvent.ComplaintReoffered;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;
import amends.contracts.complaint.ComplaintEvent.DemandDeclined;
import amends.contracts.complaint.ComplaintEvent.FollowUpSent;
import amends.contracts.complaint.ComplaintEvent.PromiseBroken;
import amends.contracts.complaint.ComplaintEvent.PromiseKept;
import amends.contracts.complaint.ComplaintEvent.PromiseMade;
import amends.contracts.complaint.ComplaintEvent.PromiseRenewed;
import amends.contracts.complaint.ComplaintEvent.QualityReviewed;
import amends.contracts.complaint.ComplaintEvent.RemedyExecuted;
import amends.contracts.complaint.ComplaintEvent.ReviewAppealed;
import amends.contracts.complaint.ComplaintEvent.SignOfBadServiceSeen;
import amends.contracts.complaint.ComplaintEvent.TypologyCorrected;
import amends.contracts.complaint.ComplaintEvent.TypologyRecognised;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the log, and passes over the events that no question asks for by their header alone,
/// without parsing them.
final class LogReader implements Deserializer<RecordedEvent> {

    private static final Set<String> NOT_ASKED_FOR =
            Stream.of(
                            ComplaintAssigned.class,
                            ComplaintReoffered.class,
                            CustomerSentRound.class,
                            TypologyRecognised.class,
                            TypologyCorrected.class,
                            ComplaintHandedOver.class,
                            ComplaintAssessed.class,
                            DemandDeclined.class,
                            PromiseMade.class,
                            PromiseKept.class,
                            PromiseBroken.class,
                            PromiseRenewed.class,
                            ApprovalRequested.class,
                            ApprovalGranted.class,
                            ApprovalRefused.class,
                            SignOfBadServiceSeen.class,
                            QualityReviewed.class,
                            ReviewAppealed.class,
                            AppealDecided.class,
                            RemedyExecuted.class,
                            FollowUpSent.class,
                            ClockWarned.class)
                    .map(type -> CloudEventHeaders.TYPE_PREFIX + type.getSimpleName())
                    .collect(Collectors.toUnmodifiableSet());

    private final Deserializer<RecordedEvent> all = Topics.COMPLAINTS.deserializer();

    @Override
    public @Nullable RecordedEvent deserialize(String topic, byte @Nullable [] value) {
        return value == null ? null : all.deserialize(topic, value);
    }

    @Override
    public @Nullable RecordedEvent deserialize(
            String topic, Headers headers, byte @Nullable [] value) {
        return isAskedFor(headers) ? deserialize(topic, value) : null;
    }

    private static boolean isAskedFor(Headers headers) {
        Header type = headers.lastHeader("ce_type");
        return type == null
                || !NOT_ASKED_FOR.contains(new String(type.value(), StandardCharsets.UTF_8));
    }
}
