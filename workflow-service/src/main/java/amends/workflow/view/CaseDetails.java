package amends.workflow.view;

import amends.contracts.complaint.Assessment;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Concern;
import amends.contracts.complaint.Demand;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.personal.FreeText;
import amends.workflow.typology.Typology;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a case holds beside its board row, read off its timeline.
///
/// @param complainant in full, as the last contact showed him, with the mail addresses of all
public record CaseDetails(
        @Nullable Customer complainant,
        List<CaseContact> contacts,
        @Nullable Concern concern,
        @Nullable Demand demand,
        @Nullable Assessment assessment,
        @Nullable Proposal proposal,
        @Nullable WaitingRow waiting,
        Typology typology,
        List<PromiseRow> promises,
        List<FollowUpRow> followUps,
        @Nullable ApprovalRow approval,
        List<SignRow> signs,
        List<ReviewRow> reviews,
        List<TimelineEntry> timeline) {

    public static CaseDetails of(CaseFile file) {
        return CaseDetailsFold.over(file.timeline());
    }

    /// @param duplicates the complaints that it stands for; what was sent to them is among its
    ///   contacts
    public static CaseDetails of(CaseFile file, Collection<CaseFile> duplicates) {
        CaseDetails own = of(file);
        Map<ContactId, CaseContact> all = new LinkedHashMap<>();
        own.contacts.forEach(contact -> all.put(contact.content.id(), contact));
        for (CaseFile duplicate : duplicates) {
            of(duplicate)
                    .contacts
                    .forEach(
                            contact ->
                                    all.putIfAbsent(
                                            contact.content.id(),
                                            contact.sentTo(duplicate.row().id())));
        }
        List<CaseContact> inOrder =
                all.values().stream()
                        .sorted(Comparator.comparing(contact -> contact.content.receivedAt()))
                        .toList();
        return new CaseDetails(
                own.complainant,
                duplicates.isEmpty() ? own.contacts : inOrder,
                own.concern,
                own.demand,
                own.assessment,
                own.proposal,
                own.waiting,
                own.typology,
                own.promises,
                own.followUps,
                own.approval,
                own.signs,
                own.reviews,
                own.timeline);
    }

    /// A contact and where its original lies.
    ///
    /// @param via the merged complaint that it was sent to; absent: this one
    /// @param cameAs the id that it came under, which was known with other words; absent: its own
    /// @param sender when it is known that he is not the complaint's customer
    public record CaseContact(
            @JsonUnwrapped ContactContent content,
            OriginalPosition original,
            @Nullable ComplaintId via,
            @Nullable ContactId cameAs,
            @Nullable Customer sender) {

        CaseContact sentTo(ComplaintId duplicate) {
            return new CaseContact(content, original, duplicate, cameAs, sender);
        }
    }

    /// The last solution proposed, and what became of it.
    ///
    /// @param declinedBecause the customer's reason, when he said no
    public record Proposal(
            Remedy remedy,
            FreeText explanation,
            Proposal.State state,
            Instant proposedAt,
            @Nullable FreeText declinedBecause) {

        /// What became of it.
        public enum State {
            @JsonProperty("open")
            OPEN,
            @JsonProperty("accepted")
            ACCEPTED,
            @JsonProperty("declined")
            DECLINED,
            @JsonProperty("executed")
            EXECUTED
        }
    }

    /// Who must move before the company can.
    public record WaitingRow(WaitingFor waitingFor, FreeText reason, Instant since) {}

    /// A deadline told to the customer.
    ///
    /// @param renewals how often he was told a later one
    public record PromiseRow(
            PromiseId promise,
            FreeText what,
            Instant madeAt,
            Instant due,
            int renewals,
            PromiseRow.State state) {

        /// What became of it.
        public enum State {
            @JsonProperty("open")
            OPEN,
            @JsonProperty("kept")
            KEPT,
            @JsonProperty("broken")
            BROKEN
        }
    }

    /// A follow-up and its answer.
    public record FollowUpRow(
            int round,
            Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable SurveyAnswer answer) {}
}
