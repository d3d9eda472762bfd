package amends.workflow.view;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.contact.CustomerId;
import amends.contracts.personal.FreeText;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// That the customer of a complaint is somebody else than he was taken for, as a person says.
///
/// @param from who he was taken for
public record Separation(CustomerId from, Instant at, Actor by, FreeText reason) {

    /// The one that stands.
    public static Optional<Separation> of(CaseFile file) {
        List<TimelineEntry> timeline = file.timeline();
        for (TimelineEntry entry : timeline.reversed()) {
            if (entry.event() instanceof CustomerRejoined) {
                return Optional.empty();
            }
            if (entry.event() instanceof CustomerSeparated e) {
                return Optional.of(new Separation(e.from(), entry.at(), entry.actor(), e.reason()));
            }
        }
        return Optional.empty();
    }
}
