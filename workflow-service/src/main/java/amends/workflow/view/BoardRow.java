package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;
import amends.contracts.personal.FreeText;
import amends.contracts.priority.Priority;
import amends.contracts.routing.QueueName;
import amends.workflow.complaint.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A complaint on one line: what a person needs to see to choose what to do next.
///
/// @param nextDue the earliest target of a clock that still ticks, passed or not
/// @param title the subject, or the first words
/// @param contacts how many contacts belong to it, those of duplicates included
/// @param merged the complaint that stands for it
/// @param duplicates the complaints that it stands for; absent: none
/// @param brand whom the customer complains to; absent: from before this was told
public record BoardRow(
        ComplaintId id,
        ComplaintReference reference,
        Status status,
        @Nullable QueueName queue,
        @Nullable AgentId owner,
        @Nullable Priority priority,
        List<ClockRow> clocks,
        @Nullable Instant nextDue,
        ChannelName channel,
        LanguageTag language,
        @Nullable ProductName product,
        FreeText title,
        CustomerRow customer,
        Instant receivedAt,
        Instant changedAt,
        long version,
        int contacts,
        @Nullable MergedRow merged,
        @Nullable List<DuplicateRow> duplicates,
        @Nullable BrandName brand) {

    public BoardRow {
        clocks = List.copyOf(clocks);
    }

    public boolean isOpen() {
        return status.isOpen();
    }
}
