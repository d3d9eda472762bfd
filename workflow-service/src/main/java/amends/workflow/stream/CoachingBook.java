package amends.workflow.stream;

import amends.contracts.coaching.CoachingEvent.CoachingNoted;
import amends.contracts.coaching.CoachingNoteId;
import amends.contracts.coaching.RecordedCoaching;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.name.Crockford;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.TopicFollower;
import amends.contracts.wire.Topics;
import amends.workflow.StartOrder;

import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// What supervisors told each agent, as its topic tells it: in memory, for people write it by hand.
public final class CoachingBook extends TopicListener {

    private static final int ID_LENGTH = 12;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Publisher publisher;
    private final Clock clock;
    private final Map<AgentId, List<RecordedCoaching>> notes = new ConcurrentHashMap<>();

    CoachingBook(Supplier<Consumer<String, byte[]>> consumers, Publisher publisher, Clock clock) {
        super(StartOrder.POLICIES);
        this.consumers = consumers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// Newest first.
    public List<RecordedCoaching> of(AgentId agent) {
        return List.copyOf(notes.getOrDefault(agent, List.of())).reversed();
    }

    /// Writes a note down; the same words of the same person once more change nothing.
    ///
    /// @param about the complaint that it is about, if any
    public RecordedCoaching note(
            AgentId agent, FreeText text, @Nullable ComplaintId about, Actor by) {
        CoachingNoteId id = id(agent, text, about, by);
        return known(agent, id)
                .orElseGet(
                        () ->
                                published(
                                        new RecordedCoaching(
                                                agent,
                                                clock.instant(),
                                                by,
                                                new CoachingNoted(id, text, about))));
    }

    private RecordedCoaching published(RecordedCoaching note) {
        publisher.send(Topics.COACHING.record(note)).join();
        accept(note);
        return note;
    }

    private static CoachingNoteId id(
            AgentId agent, FreeText text, @Nullable ComplaintId about, Actor by) {
        return new CoachingNoteId(
                Crockford.hash(
                        ID_LENGTH,
                        agent.value(),
                        by.kind() + ":" + by.name(),
                        about == null ? "" : about.value(),
                        text.value()));
    }

    private Optional<RecordedCoaching> known(AgentId agent, CoachingNoteId note) {
        return of(agent).stream().filter(each -> id(each).equals(note)).findFirst();
    }

    private static CoachingNoteId id(RecordedCoaching recorded) {
        return switch (recorded.event()) {
            case CoachingNoted noted -> noted.note();
        };
    }

    @Override
    public void start() {
        follow(
                TopicFollower.fromBeginning(
                        Topics.COACHING,
                        consumers.get(),
                        (note, record) -> accept(note),
                        publisher::send));
    }

    private synchronized void accept(RecordedCoaching note) {
        if (known(note.agent(), id(note)).isEmpty()) {
            notes.computeIfAbsent(note.agent(), agent -> new CopyOnWriteArrayList<>()).add(note);
        }
    }
}
