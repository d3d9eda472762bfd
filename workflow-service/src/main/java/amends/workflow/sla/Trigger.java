package amends.workflow.sla;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.ComplaintEvent.WaitingEnded;
import amends.contracts.complaint.ComplaintEvent.WaitingStarted;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.ChannelName;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// An event that moves a clock, written `ComplaintResolved` or `{event: ReplySent, by: [AGENT]}`.
///
/// @param by whose deeds count; empty: anybody's
/// @param waitingFor for the beginning and end of waiting: for whom; empty: anybody
/// @param channels for contacts: by which channels they came; empty: any
public record Trigger(
        Class<? extends ComplaintEvent> event,
        Set<Actor.Kind> by,
        Set<WaitingFor> waitingFor,
        Set<ChannelName> channels) {

    public Trigger {
        by = Set.copyOf(by);
        waitingFor = Set.copyOf(waitingFor);
        channels = Set.copyOf(channels);
    }

    public Trigger(
            Class<? extends ComplaintEvent> event, Set<Actor.Kind> by, Set<WaitingFor> waitingFor) {
        this(event, by, waitingFor, Set.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Trigger parse(String event) {
        return new Trigger(named(event), Set.of(), Set.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Trigger of(
            @JsonProperty("event") String event,
            @JsonProperty("by") Set<Actor.Kind> by,
            @JsonProperty("waitingFor") Set<WaitingFor> waitingFor,
            @JsonProperty("channels") Set<ChannelName> channels) {
        return new Trigger(named(event), by, waitingFor, channels);
    }

    static Trigger on(Class<? extends ComplaintEvent> event, Actor.Kind... by) {
        return new Trigger(event, Set.of(by), Set.of());
    }

    private static Class<? extends ComplaintEvent> named(String event) {
        for (Class<?> type : ComplaintEvent.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(event)) {
                return type.asSubclass(ComplaintEvent.class);
            }
        }
        List<String> known =
                Arrays.stream(ComplaintEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList();
        throw new IllegalArgumentException("no event " + event + "; it is one of " + known);
    }

    boolean isPulledBy(ComplaintEvent happened, Actor actor) {
        return event.isInstance(happened)
                && (by.isEmpty() || by.contains(actor.kind()))
                && (waitingFor.isEmpty() || isForOneOf(happened))
                && (channels.isEmpty() || cameByOneOf(happened));
    }

    /// Whether it is the beginning of such waiting.
    boolean lastsWhile(Waiting waiting) {
        return event == WaitingStarted.class
                && (by.isEmpty() || isOneOf(by, waiting.begunBy()))
                && (waitingFor.isEmpty() || waitingFor.contains(waiting.whom()));
    }

    private static boolean isOneOf(Set<Actor.Kind> kinds, Actor.@Nullable Kind kind) {
        return kind != null && kinds.contains(kind);
    }

    private boolean isForOneOf(ComplaintEvent happened) {
        if (happened instanceof WaitingStarted started) {
            return waitingFor.contains(started.waitingFor());
        }
        return happened instanceof WaitingEnded ended && waitingFor.contains(ended.waitingFor());
    }

    private boolean cameByOneOf(ComplaintEvent happened) {
        if (happened instanceof ComplaintReceived received) {
            return channels.contains(received.contact().channel());
        }
        return happened instanceof ContactAppended appended
                && channels.contains(appended.contact().channel());
    }

    @Override
    public String toString() {
        return event.getSimpleName() + (by.isEmpty() ? "" : " by " + by);
    }
}
