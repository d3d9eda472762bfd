package amends.analytics.tally;

import amends.analytics.facts.ComplaintFacts;
import amends.contracts.figure.FigureView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A question that is answered by adding up what each complaint counts for. To ask a new one, write
/// one of these and name it in the list of questions; collecting, merging and publishing come by
/// themselves.
public interface Question {

    FigureView view();

    /// What a complaint counts for as it stands.
    Stand stand(ComplaintFacts facts);

    /// The durations that became known by the change from `before` to `after`.
    default List<Measurement> measured(@Nullable ComplaintFacts before, ComplaintFacts after) {
        return List.of();
    }

    /// The answer as a document.
    Record document(Cell cell, Tally tally);
}
