package amends.workflow.complaint;

import static amends.workflow.complaint.Case.SATO;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.Refusal.Rule;
import amends.contracts.quality.ReviewAnswer;
import amends.contracts.quality.ReviewId;
import amends.contracts.quality.ServiceSign;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Who may judge an agent's service, appeal and decide.
class ReviewTest {

    private static final Actor REVIEWED = Actor.agent(SATO);
    private static final Actor REVIEWER = Actor.agent(new AgentId("tanaka"));
    private static final Actor THIRD = Actor.agent(new AgentId("johnson"));
    private static final ComplaintCommand REVIEW =
            new ComplaintCommand.ReviewQuality(
                    SATO, List.of(new ReviewAnswer(ServiceSign.EXCUSES, true, null)), null);

    @Test
    void nobodyJudgesHisOwnWorkAndAnAppealIsDecidedByAThird() {
        Case complaint = new Case().given(Commands.contact("1", "It broke"));
        assertThat(complaint.by(REVIEWED).refuses(REVIEW).rule()).isEqualTo(Rule.OWN_WORK);
        complaint.by(REVIEWER).given(REVIEW);
        assertThat(complaint.accepts(REVIEW)).isEmpty();
        ReviewId id = complaint.state().work().reviews().given().getFirst().id();
        ComplaintCommand appeal = new ComplaintCommand.AppealReview(id, Commands.text("No"));
        ComplaintCommand decide =
                new ComplaintCommand.DecideAppeal(id, false, Commands.text("Heard it"));
        assertThat(complaint.refuses(appeal).rule()).isEqualTo(Rule.NOT_THE_REVIEWED);
        assertThat(complaint.by(THIRD).refuses(decide).rule()).isEqualTo(Rule.UNKNOWN_REVIEW);
        complaint.by(REVIEWED).given(appeal);
        assertThat(complaint.refuses(decide).rule()).isEqualTo(Rule.OWN_WORK);
        assertThat(complaint.by(THIRD).accepts(decide))
                .containsExactly(
                        new ComplaintEvent.AppealDecided(id, false, Commands.text("Heard it")));
        assertThat(complaint.accepts(decide)).isEmpty();
    }
}
