package amends.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Four complaints that are merged and parted as chance will have it. What they send each other
/// arrives late, but what one sends another in order: as on the commands topic, where it lies safe
/// while a process is away. In the end they always agree.
class RandomMergesTest {

    private static final int WORLDS = 4_000;
    private static final int COMMANDS = 60;
    private static final long SEED = 20_261_122;
    private static final Policies POLICIES = TermsOfMergedTest.regulated();
    private static final ClockName TERM = new ClockName("final-response");
    private static final List<ComplaintId> IDS =
            List.of(
                    new ComplaintId("7ZZZ00000001"),
                    new ComplaintId("7ZZZ00000002"),
                    new ComplaintId("7ZZZ00000003"),
                    new ComplaintId("7ZZZ00000004"));

    private final ComplaintDecider decider = new ComplaintDecider();
    private int merged;
    private int unmerged;
    private int refused;
    private int passedOn;
    private int shared;
    private int otherWords;

    /// What one complaint sent another.
    private record Way(ComplaintId from, ComplaintId to) {}

    private final class World {
        private final Random random;
        private final Map<ComplaintId, Complaint> states = new LinkedHashMap<>();
        private final Map<ComplaintId, List<RecordedEvent>> logs = new HashMap<>();
        private final Map<ComplaintId, Set<KnownContact>> sentTo = new HashMap<>();
        private final Map<Way, Deque<ComplaintCommand>> onTheirWay = new LinkedHashMap<>();
        private Instant now = Case.START;
        private int contacts;

        World(Random random) {
            this.random = random;
            for (ComplaintId id : IDS) {
                states.put(id, Complaint.unborn(id));
                logs.put(id, new ArrayList<>());
                sentTo.put(id, new HashSet<>());
                contact(id);
            }
        }

        void live() {
            for (int i = 0; i < COMMANDS; i++) {
                ComplaintId id = pick(IDS);
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> decide(id, new ComplaintCommand.MergeInto(pick(IDS)));
                    case 3 ->
                            decide(
                                    id,
                                    new ComplaintCommand.UndoMerge(Commands.text("Two matters")));
                    case 4, 5 -> contact(id);
                    case 6 -> decide(id, Commands.close(ClosingReason.WITHDRAWN));
                    case 7 ->
                            decide(id, new ComplaintCommand.Reopen(ReopeningReason.AGENT_DECISION));
                    default -> deliver();
                }
            }
            while (deliver()) {
                // until everything has arrived
            }
        }

        private void contact(ComplaintId id) {
            boolean again = random.nextInt(4) == 0;
            String name = id + (again ? "contact" : "contact" + contacts++);
            String words = random.nextInt(3) == 0 ? "The charger caught fire" : "It broke";
            RegisterContact contact =
                    Commands.contact(name, again ? words + contacts++ : words, now.plusSeconds(1));
            sentTo.get(id)
                    .add(
                            new KnownContact(
                                    contact.contact().id(),
                                    Fingerprint.ofWords(contact.contact())));
            decide(id, contact);
        }

        private boolean deliver() {
            List<Way> ways =
                    onTheirWay.keySet().stream()
                            .filter(way -> !onTheirWay.get(way).isEmpty())
                            .toList();
            if (ways.isEmpty()) {
                return false;
            }
            Way way = pick(ways);
            decide(way.to(), onTheirWay.get(way).remove());
            return true;
        }

        private void decide(ComplaintId id, ComplaintCommand command) {
            now = now.plusSeconds(1);
            Complaint state = states.get(id);
            Actor actor = Actor.agent(Case.SATO);
            Decision decision = decider.decide(command, state, new Occasion(now, actor, POLICIES));
            if (decision instanceof Decision.Accepted accepted) {
                for (ComplaintEvent event : accepted.events()) {
                    count(event);
                    long version = state.version() + 1;
                    RecordedEvent next = new RecordedEvent(id, version, now, actor, null, event);
                    logs.get(id).add(next);
                    state = state.evolve(next);
                }
            }
            states.put(id, state);
            for (Errand errand : Errand.following(command, null, decision, state)) {
                onTheirWay
                        .computeIfAbsent(new Way(id, errand.to()), way -> new ArrayDeque<>())
                        .add(errand.command());
            }
        }

        private void count(ComplaintEvent event) {
            merged += event instanceof ComplaintEvent.ComplaintMerged ? 1 : 0;
            unmerged += event instanceof ComplaintEvent.ComplaintUnmerged ? 1 : 0;
            refused += event instanceof ComplaintEvent.MergeRefused ? 1 : 0;
            passedOn += event instanceof ComplaintEvent.ContactPassedOn ? 1 : 0;
            otherWords +=
                    event instanceof ComplaintEvent.ContactPassedOn passed
                                    && passed.otherWords() != null
                            ? 1
                            : 0;
        }

        /// An authority's term counts from the first of those about a matter; and alone again, each
        /// has its own.
        void keepsTerms(int world) {
            for (Complaint state : states.values()) {
                List<RecordedEvent> log = logs.get(state.id());
                Instant first = log.getFirst().at();
                state.clock(TERM)
                        .filter(term -> state.links().duplicates().isEmpty())
                        .ifPresent(term -> assertThat(term.startedAt()).isEqualTo(first));
                for (Links.Duplicate duplicate : state.links().duplicates()) {
                    if (neverClosed(state.id()) && neverClosed(duplicate.id())) {
                        shared++;
                        assertThat(state.clock(TERM).orElseThrow().startedAt())
                                .as("world %s: term of %s", world, state.id())
                                .isBeforeOrEqualTo(logs.get(duplicate.id()).getFirst().at());
                    }
                }
                LedgersAgree.with(log, POLICIES);
            }
        }

        private boolean neverClosed(ComplaintId id) {
            return logs.get(id).stream()
                    .noneMatch(each -> each.event() instanceof ComplaintEvent.ComplaintClosed);
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        void agrees(int world) {
            for (Complaint state : states.values()) {
                Links.Merge merge = state.links().merge();
                assertThat(state.isMerged())
                        .as("world %s: %s waits for nobody", world, state.id())
                        .isEqualTo(merge != null);
                List<ComplaintId> duplicates = new ArrayList<>();
                int contactsOfAll = sentTo.get(state.id()).size();
                for (Complaint other : states.values()) {
                    Links.Merge theirs = other.links().merge();
                    if (theirs != null && theirs.into().equals(state.id())) {
                        duplicates.add(other.id());
                        contactsOfAll += sentTo.get(other.id()).size();
                    }
                }
                assertThat(state.links().duplicates())
                        .as("world %s: duplicates of %s", world, state.id())
                        .extracting(Links.Duplicate::id)
                        .containsExactlyInAnyOrderElementsOf(duplicates);
                assertThat(duplicates.isEmpty() || merge == null).as("no chain").isTrue();
                assertThat(state.arrival().contacts())
                        .as("world %s: contacts of %s", world, state)
                        .isEqualTo(contactsOfAll);
                assertThat(state.arrival().known())
                        .as("world %s: none astray", world)
                        .containsAll(sentTo.get(state.id()));
            }
        }
    }

    @Test
    void agreeInTheEnd() {
        Random random = new Random(SEED);
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(new Random(random.nextLong()));
            world.live();
            world.agrees(i);
            world.keepsTerms(i);
        }
        assertThat(List.of(merged, unmerged, refused, passedOn))
                .allSatisfy(seen -> assertThat(seen).isGreaterThan(WORLDS / 2));
        assertThat(List.of(shared, otherWords))
                .allSatisfy(seen -> assertThat(seen).isGreaterThan(WORLDS / 10));
    }
}
