package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.RecordedEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// A case as it is kept: its line on the board and everything that happened. All else can be read
/// from these two.
public record CaseFile(BoardRow row, List<TimelineEntry> timeline) {

    public CaseFile {
        timeline = List.copyOf(timeline);
    }

    /// What the file is after an event; unchanged when it knows that event already. Empty when the
    /// event is not about a beginning and there is no file yet.
    public static Optional<CaseFile> evolve(@Nullable CaseFile file, RecordedEvent recorded) {
        if (file == null) {
            return recorded.event() instanceof ComplaintReceived received
                    ? Optional.of(born(recorded, received))
                    : Optional.empty();
        }
        return Optional.of(recorded.version() <= file.row().version() ? file : file.with(recorded));
    }

    /// Folds the whole story once more into something else.
    public <S> S fold(S beginning, BiFunction<S, RecordedEvent, S> evolve) {
        S state = beginning;
        for (TimelineEntry entry : timeline) {
            state = evolve.apply(state, entry.recorded(row.id()));
        }
        return state;
    }

    /// The events of the whole story.
    public List<RecordedEvent> events() {
        return timeline.stream().map(entry -> entry.recorded(row.id())).toList();
    }

    /// What happened after a version.
    public List<TimelineEntry> since(long version) {
        return timeline.stream().filter(entry -> entry.version() > version).toList();
    }

    /// The file as it stood at an instant, with clocks as they stood then. Empty: it was not there.
    public Optional<CaseFile> asOf(Instant instant) {
        BoardRow then = null;
        int happened = 0;
        for (TimelineEntry entry : timeline) {
            if (entry.at().isAfter(instant)) {
                break;
            }
            RecordedEvent recorded = entry.recorded(row.id());
            then =
                    then == null && recorded.event() instanceof ComplaintReceived received
                            ? BoardRowFold.born(recorded, received)
                            : BoardRowFold.evolve(Objects.requireNonNull(then), recorded);
            happened++;
        }
        List<TimelineEntry> until = timeline.subList(0, happened);
        return Optional.ofNullable(then)
                .map(row -> new CaseFile(BoardRowFold.asOf(row, instant), until));
    }

    private static CaseFile born(RecordedEvent recorded, ComplaintReceived received) {
        return new CaseFile(
                BoardRowFold.born(recorded, received), List.of(TimelineEntry.of(recorded)));
    }

    private CaseFile with(RecordedEvent recorded) {
        List<TimelineEntry> longer = new ArrayList<>(timeline.size() + 1);
        longer.addAll(timeline);
        longer.add(TimelineEntry.of(recorded));
        return new CaseFile(BoardRowFold.evolve(row, recorded), longer);
    }
}
