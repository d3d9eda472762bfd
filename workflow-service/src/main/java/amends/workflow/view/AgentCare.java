package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.quality.ServiceSign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What was seen and said of one agent's service, newest first.
public record AgentCare(List<SeenSign> signs, List<GivenReview> reviews) {

    /// A sign of bad service that an event showed while the agent was responsible.
    public record SeenSign(
            ComplaintId complaint, ComplaintReference reference, ServiceSign sign, Instant at) {}

    /// A review of the agent's service, and where it belongs.
    public record GivenReview(
            ComplaintId complaint,
            ComplaintReference reference,
            @JsonUnwrapped ReviewRow content) {}

    public AgentCare {
        signs = List.copyOf(signs);
        reviews = List.copyOf(reviews);
    }

    static AgentCare of(AgentId agent, Collection<CaseFile> cases) {
        List<SeenSign> signs = new ArrayList<>();
        List<GivenReview> reviews = new ArrayList<>();
        for (CaseFile file : cases) {
            ComplaintId id = file.row().id();
            ComplaintReference reference = file.row().reference();
            CareFold care = CareFold.over(file.timeline());
            care.signs().stream()
                    .filter(each -> agent.equals(each.agent()))
                    .forEach(
                            each -> signs.add(new SeenSign(id, reference, each.sign(), each.at())));
            care.reviews().stream()
                    .filter(each -> agent.equals(each.agent()))
                    .forEach(each -> reviews.add(new GivenReview(id, reference, each)));
        }
        signs.sort(Comparator.comparing(SeenSign::at).reversed());
        reviews.sort(
                Comparator.comparing((GivenReview review) -> review.content().at()).reversed());
        return new AgentCare(signs, reviews);
    }
}
