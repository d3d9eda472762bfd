package amends.workflow.complaint;

import amends.contracts.complaint.SurveyAnswer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Whether the customer was asked again, and answered.
///
/// @param sent rounds that were sent
/// @param sentAt when the latest was
/// @param answered the latest round that was answered
/// @param answer what it said
public record FollowUps(
        int sent, @Nullable Instant sentAt, int answered, @Nullable Fingerprint answer) {

    static final FollowUps NONE = new FollowUps(0, null, 0, null);

    FollowUps sent(int round, Instant at) {
        return new FollowUps(round, at, answered, answer);
    }

    FollowUps answered(int round, SurveyAnswer said) {
        return new FollowUps(sent, sentAt, round, Fingerprint.of(said));
    }

    boolean isAnswered(int round, SurveyAnswer said) {
        return round == answered && Fingerprint.of(said).equals(answer);
    }
}
