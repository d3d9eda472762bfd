package amends.notification.stream;

import amends.contracts.complaint.ComplaintEvent.*;
import amends.contracts.complaint.ComplaintEvent.ComplaintReoffered;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Wire;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads complaint events and passes over those that nobody hears of by their header alone: of the
/// seven events that begin a complaint, that spares the parsing of six.
final class EventsThatConcernCustomers implements Deserializer<Optional<RecordedEvent>> {

    static final Set<String> NEVER_TOLD =
            types(
                    ComplaintQueued.class,
                    ComplaintAssigned.class,
                    ComplaintReoffered.class,
                    CustomerSentRound.class,
                    TypologyRecognised.class,
                    TypologyCorrected.class,
                    CustomerSeparated.class,
                    CustomerRejoined.class,
                    PriorityAssessed.class,
                    ProposalAccepted.class,
                    ProposalDeclined.class,
                    RemedyExecuted.class,
                    ApprovalRequested.class,
                    ApprovalGranted.class,
                    ApprovalRefused.class,
                    SignOfBadServiceSeen.class,
                    QualityReviewed.class,
                    ReviewAppealed.class,
                    AppealDecided.class,
                    ComplaintAssessed.class,
                    FollowUpSent.class,
                    FollowUpAnswered.class,
                    MergeRequested.class,
                    MergeRefused.class,
                    ComplaintMerged.class,
                    ComplaintUnmerged.class,
                    DuplicateTakenIn.class,
                    DuplicateReleased.class,
                    ClockStarted.class,
                    WaitingStarted.class,
                    WaitingEnded.class,
                    ClockPaused.class,
                    ClockResumed.class,
                    ClockRescheduled.class,
                    ClockWarned.class,
                    ClockMet.class,
                    ClockBreached.class,
                    ClockCancelled.class);

    @Override
    public Optional<RecordedEvent> deserialize(String topic, Headers headers, byte[] data) {
        return isNeverTold(headers) ? Optional.empty() : deserialize(topic, data);
    }

    @Override
    public Optional<RecordedEvent> deserialize(String topic, byte[] data) {
        return Optional.of(Wire.read(data, RecordedEvent.class));
    }

    private static boolean isNeverTold(Headers headers) {
        Header type = headers.lastHeader("ce_type");
        return type != null
                && NEVER_TOLD.contains(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static Set<String> types(Class<?>... events) {
        return Arrays.stream(events)
                .map(event -> CloudEventHeaders.TYPE_PREFIX + event.getSimpleName())
                .collect(Collectors.toUnmodifiableSet());
    }
}
