package amends.analytics.recurrence;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.figure.FigureView;

import java.time.LocalDate;
import java.util.List;

/// The complaints in which the concern of one cluster was told, newest first.
///
/// @param told at most [#MOST]
public record ComplaintsOfCluster(String cluster, List<Told> told) {

    public static final FigureView VIEW = new FigureView("recurrence-complaints");

    /// Who looks at more wants another view.
    public static final int MOST = 200;

    public ComplaintsOfCluster {
        told = List.copyOf(told);
    }

    /// @param day on which the customer told it
    public record Told(ComplaintId complaint, LocalDate day) {}
}
