package amends.workflow.routing;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.contact.CustomerId;
import amends.contracts.routing.DispatchEvent.ComplaintTaken;
import amends.contracts.routing.DispatchEvent.ComplaintWaits;
import amends.contracts.routing.Needed;
import amends.contracts.routing.Presence;
import amends.contracts.routing.Skill;
import amends.workflow.Effort;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Days of a pool as chance writes them: never two owners, never above capacity, and nobody who
/// could take what waits is idle. What should be is worked out here anew, from the policy alone.
class LineInvariantsTest {

    private static final int STEPS = Effort.of(40_000);
    private static final long SEED = 20_261_122;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String MORE =
            """
            protocols: {default: {ownerPatience: PT10M, reofferAfter: PT1H}}
            fairness: {pointIsWorth: PT5M}
            channelKinds: {voice: [call], chat: [chat]}
            """;
    private static final List<String> CHANNELS = List.of("call", "chat", "email");

    /// An agent as the test sees him: on shift from one hour of the day to another.
    private record Worker(
            String id, Map<String, Integer> skills, int capacity, int voice, int from, int to) {

        String yaml(boolean asks) {
            return "{id: %s, skills: %s, capacity: %d, capacities: {voice: %d}, shift: calendar.%s%s}"
                    .formatted(id, yaml(skills), capacity, voice, id, asks ? ", takes: PULL" : "");
        }

        private static String yaml(Map<String, Integer> skills) {
            List<String> each = new ArrayList<>();
            skills.forEach((skill, level) -> each.add(skill + ": " + level));
            return "{" + String.join(", ", each) + "}";
        }

        boolean can(ComplaintWaits waits) {
            return waits.skills().stream()
                    .allMatch(
                            skill ->
                                    skills.getOrDefault(skill.value(), 0)
                                            >= levels(waits).getOrDefault(skill, 1));
        }

        private static Map<Skill, Integer> levels(ComplaintWaits waits) {
            return waits.levels() == null ? Map.of() : waits.levels();
        }

        boolean isOnShift(Instant at) {
            int hour = at.atOffset(ZoneOffset.UTC).getHour();
            boolean weekday = at.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() < 6;
            return weekday && hour >= from && hour < to;
        }
    }

    /// A complaint as the test sees it.
    private static final class Life {
        private ComplaintWaits waits;
        private String holder = "";
        private boolean taken;
        private String avoids = "";
        private String prefers = "";
        private Instant keptUntil = Instant.MIN;
    }

    private static final List<Worker> WORKERS =
            List.of(
                    new Worker("aoki", Map.of("ja", 2), 2, 1, 0, 14),
                    new Worker("baba", Map.of("ja", 1, "en", 1), 3, 1, 8, 20),
                    new Worker("chen", Map.of("en", 3), 2, 2, 0, 24),
                    new Worker("doi", Map.of("ja", 3, "en", 2), 4, 0, 12, 24),
                    new Worker("endo", Map.of("ja", 1, "en", 1), 2, 1, 0, 24));
    private static final Worker NOBODY = new Worker("nobody", Map.of("ja", 0, "en", 0), 0, 0, 0, 0);
    private static final String ASKS = "endo";

    private final Random random = new Random(SEED);
    private final Team team = team();
    private final Map<ComplaintId, Life> lives = new HashMap<>();
    private final Map<String, Presence> presence = new HashMap<>();
    private final Map<CustomerId, String> known = new HashMap<>();
    private int assigned;
    private int reoffered;
    private int asked;
    private int sticky;
    private int handed;
    private final Map<ReofferReason, Integer> misplaced = new EnumMap<>(ReofferReason.class);

    private static Team team() {
        Team team =
                new Team(
                        MORE,
                        WORKERS.stream()
                                .map(worker -> worker.yaml(worker.id().equals(ASKS)))
                                .toArray(String[]::new));
        WORKERS.forEach(
                worker ->
                        team.withCalendar(
                                "calendar." + worker.id(),
                                "%02d:00-%02d:00".formatted(worker.from(), worker.to())));
        return team;
    }

    @Test
    void neverTwoOwnersNeverAboveCapacityNeverIdle() {
        for (int step = 0; step < STEPS; step++) {
            team.after(Duration.ofSeconds(random.nextInt(400)));
            lookAround();
            happen(step);
            checkLoads(step);
            checkNobodyIsIdle(step);
        }
        assertThat(assigned).isGreaterThan(STEPS / 20);
        assertThat(misplaced)
                .containsOnlyKeys(
                        ReofferReason.NOT_THERE, ReofferReason.NO_ROOM, ReofferReason.LACKS_SKILL);
        assertThat(handed).as("few have room when all is full").isGreaterThan(STEPS / 2_000);
        assertThat(List.of(reoffered, asked, sticky))
                .allSatisfy(seen -> assertThat(seen).isGreaterThan(STEPS / 400));
    }

    private void lookAround() {
        for (Reoffering reoffering : team.line().reofferings()) {
            reoffered++;
            Life life = lives.get(reoffering.complaint());
            assertThat(life.holder).isEqualTo(reoffering.from().value());
            waitAgain(life, earlierOf(life, reoffering.from().value()), "", life.holder);
        }
        take(team.looksAround());
    }

    private void happen(int step) {
        String name = "c" + random.nextInt(25);
        Life life = lives.get(Waiting.id(name));
        if (life == null) {
            arrive(name);
        } else if (!life.holder.isEmpty() && !life.taken) {
            confirm(life);
        } else {
            switch (random.nextInt(7)) {
                case 0 -> leave(name);
                case 1 -> handBack(life);
                case 2 -> raise(life);
                case 3 -> ask();
                case 4 -> move();
                case 5 -> handOver(life, somebodyFor(life));
                default -> leave("c" + random.nextInt(25));
            }
        }
    }

    // What happens

    private void arrive(String name) {
        Life life = new Life();
        lives.put(Waiting.id(name), life);
        Waiting waiting =
                Waiting.complaint(name, team.now())
                        .score(random.nextInt(60))
                        .by(CHANNELS.get(random.nextInt(3)))
                        .of("customer" + random.nextInt(40));
        if (random.nextInt(4) > 0) {
            waiting = waiting.needs(random.nextBoolean() ? "ja" : "en", 1 + random.nextInt(3));
        }
        boolean reopened = random.nextInt(4) == 0;
        Waiting told = reopened ? waiting.earlierOf(anybody()) : waiting;
        AgentId owner = told.event().earlierOwner();
        waitAgain(
                life,
                told,
                "",
                owner == null ? known.getOrDefault(told.event().customer(), "") : owner.value());
    }

    private void waitAgain(Life life, Waiting waiting, String avoids, String prefers) {
        life.waits = waiting.event();
        life.holder = "";
        life.taken = false;
        life.avoids = avoids;
        boolean fit =
                !prefers.isEmpty() && !prefers.equals(avoids) && worker(prefers).can(life.waits);
        life.prefers = fit ? prefers : "";
        life.keptUntil = team.now().plus(PATIENCE);
        take(team.hears(waiting));
    }

    private void confirm(Life life) {
        life.taken = true;
        known.put(life.waits.customer(), life.holder);
        take(team.takes(life.holder, new Waiting(life.waits)));
    }

    private void leave(String name) {
        lives.remove(Waiting.id(name));
        take(team.loses(name));
    }

    private void handBack(Life life) {
        if (life.taken) {
            String holder = life.holder;
            String prefers = known.getOrDefault(life.waits.customer(), "");
            waitAgain(life, earlierOf(life, null), holder, prefers);
        }
    }

    /// Somebody names who shall have it. He gets it if he can, is there and has room; else it
    /// waits, for him first of all while he is there.
    private void handOver(Life life, Worker to) {
        if (!life.taken || life.holder.equals(to.id())) {
            return;
        }
        Optional<ReofferReason> objection = objection(life, to);
        life.holder = to.id();
        PoolLine line = team.line();
        take(line.take(handedOver(life)));
        assertThat(line.misplaced())
                .isEqualTo(
                        objection.stream()
                                .map(why -> new Reoffering(id(life), new AgentId(to.id()), why))
                                .toList());
        if (objection.isEmpty()) {
            handed++;
            known.put(life.waits.customer(), to.id());
        } else {
            misplaced.merge(objection.get(), 1, Integer::sum);
            boolean unable = objection.get() == ReofferReason.LACKS_SKILL;
            waitAgain(
                    life,
                    earlierOf(life, unable ? null : to.id()),
                    unable ? to.id() : "",
                    unable ? known.getOrDefault(life.waits.customer(), "") : to.id());
        }
    }

    /// Half the time one who can have it, if there is any.
    private Worker somebodyFor(Life life) {
        Worker any = worker(anybody());
        return random.nextBoolean()
                ? any
                : WORKERS.stream()
                        .filter(worker -> !worker.id().equals(life.holder))
                        .filter(worker -> objection(life, worker).isEmpty())
                        .findFirst()
                        .orElse(any);
    }

    private Optional<ReofferReason> objection(Life life, Worker to) {
        if (!to.can(life.waits)) {
            return Optional.of(ReofferReason.LACKS_SKILL);
        }
        if (!isThere(to)) {
            return Optional.of(ReofferReason.NOT_THERE);
        }
        return hasRoom(to, life) ? Optional.empty() : Optional.of(ReofferReason.NO_ROOM);
    }

    private static ComplaintId id(Life life) {
        return life.waits.complaint();
    }

    private static ComplaintTaken handedOver(Life life) {
        return new ComplaintTaken(
                id(life),
                new AgentId(life.holder),
                life.waits.queue(),
                life.waits.channel(),
                life.waits.customer(),
                new Needed(life.waits.skills(), life.waits.levels()));
    }

    /// Its priority rises while it waits.
    private void raise(Life life) {
        if (life.holder.isEmpty()) {
            Waiting raised = new Waiting(life.waits).score(life.waits.score() + 10);
            life.waits = raised.event();
            take(team.hears(raised));
        }
    }

    private void ask() {
        String agent = random.nextBoolean() ? ASKS : anybody();
        Next next = team.line().next(new AgentId(agent));
        if (next instanceof Next.Given(Assignment given)) {
            asked++;
            assertThat(given.agent()).hasToString(agent);
            take(List.of(given));
        }
    }

    private void move() {
        String agent = anybody();
        Presence said = Presence.values()[random.nextInt(4) % 3];
        presence.put(agent, said);
        take(team.is(agent, said));
    }

    private void take(List<Assignment> given) {
        for (Assignment each : given) {
            Life life = lives.get(each.complaint());
            assertThat(life).as("%s is there", each).isNotNull();
            assertThat(life.holder).as("%s has no owner yet", each).isEmpty();
            life.holder = each.agent().value();
            sticky += life.holder.equals(life.prefers) ? 1 : 0;
            assigned++;
            assertThat(isThere(worker(life.holder))).as("%s is there", life.holder).isTrue();
            assertThat(worker(life.holder).can(life.waits)).isTrue();
        }
    }

    private static Waiting earlierOf(Life life, String agent) {
        Waiting plain = new Waiting(life.waits).earlierOf(agent == null ? "nobody" : agent);
        ComplaintWaits event = plain.event();
        return agent != null
                ? plain
                : new Waiting(
                        new ComplaintWaits(
                                event.complaint(),
                                event.queue(),
                                event.skills(),
                                event.score(),
                                event.due(),
                                event.since(),
                                event.levels(),
                                event.channel(),
                                event.customer(),
                                null));
    }

    // What must be so

    private void checkLoads(int step) {
        for (Worker worker : WORKERS) {
            assertThat(load(worker, false))
                    .as("step %s", step)
                    .isLessThanOrEqualTo(worker.capacity());
            assertThat(load(worker, true)).as("step %s", step).isLessThanOrEqualTo(worker.voice());
        }
    }

    private void checkNobodyIsIdle(int step) {
        for (Worker worker : WORKERS) {
            if (!worker.id().equals(ASKS) && isThere(worker)) {
                lives.values().stream()
                        .filter(life -> life.holder.isEmpty())
                        .forEach(
                                life ->
                                        assertThat(isIdleBefore(worker, life))
                                                .as("step %s: %s and %s", step, worker, life.waits)
                                                .isFalse());
            }
        }
    }

    private boolean isIdleBefore(Worker worker, Life life) {
        boolean room = hasRoom(worker, life);
        boolean avoided =
                life.avoids.equals(worker.id())
                        && WORKERS.stream()
                                .anyMatch(
                                        other ->
                                                !other.id().equals(life.avoids)
                                                        && other.can(life.waits));
        boolean kept =
                !life.prefers.isEmpty()
                        && !life.prefers.equals(worker.id())
                        && isThere(worker(life.prefers))
                        && team.now().isBefore(life.keptUntil);
        return room && worker.can(life.waits) && !avoided && !kept;
    }

    private boolean hasRoom(Worker worker, Life life) {
        return load(worker, false) < worker.capacity()
                && (!isCall(life) || load(worker, true) < worker.voice());
    }

    private long load(Worker worker, boolean callsOnly) {
        return lives.values().stream()
                .filter(life -> life.holder.equals(worker.id()))
                .filter(life -> !callsOnly || isCall(life))
                .count();
    }

    private static boolean isCall(Life life) {
        return String.valueOf(life.waits.channel()).equals("call");
    }

    private boolean isThere(Worker worker) {
        return presence.getOrDefault(worker.id(), Presence.PRESENT) == Presence.PRESENT
                && worker.isOnShift(team.now());
    }

    private String anybody() {
        return WORKERS.get(random.nextInt(WORKERS.size())).id();
    }

    private static Worker worker(String id) {
        return WORKERS.stream().filter(worker -> worker.id().equals(id)).findFirst().orElse(NOBODY);
    }
}
