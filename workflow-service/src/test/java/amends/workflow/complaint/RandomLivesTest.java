package amends.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Explanation;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.Refusal;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.ContactId;
import amends.contracts.insight.ClusterId;
import amends.contracts.insight.Insight;
import amends.contracts.quality.ReviewAnswer;
import amends.contracts.quality.ServiceSign;
import amends.contracts.sla.ClockName;
import amends.contracts.wire.Wire;
import amends.workflow.Effort;
import amends.workflow.sla.RunningClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/// Lives of complaints as chance writes them: whatever is wished, in whatever order, the rules
/// hold.
class RandomLivesTest {

    private static final int LIVES = Effort.of(100_000);

    /// One life in ten is long; the others are many.
    private static final int LONG_LIFE = 40;

    private static final int SHORT_LIFE = 6;

    /// What takes longest is looked at after every fifth life, long and short ones alike.
    private static final int COSTLY = 5;

    private static final long SEED = 20_261_109;
    private static final List<String> AGENTS = List.of("sato", "tanaka", "chen");
    private static final List<String> TEXTS =
            List.of(
                    "It broke",
                    "The charger caught fire",
                    "I will call my lawyer",
                    "けがはないが煙が出た",
                    "起火了，没有受伤",
                    "I am furious and will post this",
                    "");

    private static final List<ComplaintId> OTHERS =
            List.of(new ComplaintId("7ZZZ00000001"), new ComplaintId("7ZZZ00000002"), Case.ID);

    private final ComplaintDecider decider = new ComplaintDecider();

    /// Whether something with the given effect was seen; a test that never sees it proves nothing.
    private int reopened;

    private int remedied;
    private int closed;
    private int refused;
    private int sentRound;
    private int unmerged;
    private int approvedAndExecuted;
    private int signs;
    private int reviews;
    private int otherWords;

    @Test
    void keepTheRules() {
        Random random = new Random(SEED);
        for (int life = 0; life < LIVES; life++) {
            live(new Random(random.nextLong()), life);
        }
        assertThat(List.of(reopened, remedied, closed, refused, sentRound, otherWords))
                .allSatisfy(seen -> assertThat(seen).isGreaterThan(LIVES / 100));
        assertThat(List.of(unmerged, approvedAndExecuted, signs, reviews))
                .allSatisfy(seen -> assertThat(seen).isGreaterThan(LIVES / 1000));
    }

    private void live(Random random, int life) {
        List<RecordedEvent> log = new ArrayList<>();
        Complaint state = Complaint.unborn(Case.ID);
        Instant now = Case.START;
        int commands = life % 10 == 0 ? LONG_LIFE : SHORT_LIFE;
        for (int i = 0; i < commands; i++) {
            Optional<Timer> timer = state.nextTimer(Case.POLICIES);
            boolean time = timer.isPresent() && random.nextInt(5) == 0;
            Instant due = timer.map(Timer::due).orElse(now);
            now = time && due.isAfter(now) ? due : now.plusSeconds(1 + random.nextInt(40_000));
            ComplaintCommand command =
                    time ? timer.get().command() : i == 0 ? contact(random) : wish(random, state);
            Actor actor = time ? Actor.automation(Timer.ACTOR) : actor(random, command, state);
            Occasion occasion = new Occasion(now, actor, Case.POLICIES);
            Decision decision = decider.decide(command, state, occasion);
            List<ComplaintEvent> events = events(decision);
            if (time) {
                assertThat(events).as("life %s: timer %s", life, timer).isNotEmpty();
            }
            for (ComplaintEvent event : events) {
                check(state, event, life);
                RecordedEvent recorded =
                        new RecordedEvent(Case.ID, state.version() + 1, now, actor, null, event);
                log.add(recorded);
                Complaint before = state;
                state = state.evolve(recorded);
                clocksGoForward(before, state, recorded, life);
                correctionsStay(before, state, recorded, life);
            }
            if (decision instanceof Decision.Accepted
                    && !(command instanceof ComplaintCommand.Reply)
                    && !(command instanceof ComplaintCommand.SendHoldingResponse)) {
                assertThat(events(decider.decide(command, state, occasion)))
                        .as("life %s: %s repeated", life, command)
                        .isEmpty();
            }
        }
        conclude(state, log, life);
    }

    private List<ComplaintEvent> events(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Refused refusal -> {
                refused++;
                assertThat(refusal.refusal().explanation().value()).isNotBlank();
                yield List.of();
            }
        };
    }

    private void check(Complaint before, ComplaintEvent event, int life) {
        if (before.status() == Status.CLOSED) {
            assertThat(event)
                    .as("life %s after closing", life)
                    .isInstanceOfAny(
                            ComplaintEvent.ContactAppended.class,
                            ComplaintEvent.FollowUpAnswered.class,
                            ComplaintEvent.DuplicateTakenIn.class,
                            ComplaintEvent.DuplicateReleased.class,
                            ComplaintEvent.ComplaintReopened.class,
                            ComplaintEvent.ClockBreached.class,
                            ComplaintEvent.ClockCancelled.class,
                            ComplaintEvent.SignOfBadServiceSeen.class,
                            ComplaintEvent.QualityReviewed.class,
                            ComplaintEvent.ReviewAppealed.class,
                            ComplaintEvent.AppealDecided.class);
        }
        if (before.isMerged()) {
            assertThat(event)
                    .as("life %s while another complaint stands for it", life)
                    .isInstanceOfAny(
                            ComplaintEvent.ContactPassedOn.class,
                            ComplaintEvent.ComplaintAcknowledged.class,
                            ComplaintEvent.FollowUpAnswered.class,
                            ComplaintEvent.ComplaintUnmerged.class,
                            ComplaintEvent.ClockBreached.class,
                            ComplaintEvent.ClockMet.class,
                            ComplaintEvent.SignOfBadServiceSeen.class);
        }
        assertThat(before.exists())
                .as("life %s: born once and first", life)
                .isEqualTo(!(event instanceof ComplaintEvent.ComplaintReceived));
        if (event instanceof ComplaintEvent.ComplaintAssigned) {
            assertThat(before.owner()).as("life %s: one owner", life).isNull();
        }
        if (event instanceof ComplaintEvent.RemedyExecuted) {
            remedied++;
            assertThat(before.work().isProposal(Proposal.Answer.ACCEPTED))
                    .as("life %s: a remedy was accepted before", life)
                    .isTrue();
        }
        if (event instanceof ComplaintEvent.CustomerSentRound) {
            sentRound++;
            assertThat(before.ownership().sentRound())
                    .as("life %s: sent round once", life)
                    .isFalse();
        }
        reopened += event instanceof ComplaintEvent.ComplaintReopened ? 1 : 0;
        unmerged += event instanceof ComplaintEvent.ComplaintUnmerged ? 1 : 0;
        otherWords +=
                event instanceof ComplaintEvent.ContactAppended appended
                                && appended.otherWords() != null
                        ? 1
                        : 0;
        signs += event instanceof ComplaintEvent.SignOfBadServiceSeen ? 1 : 0;
        reviews += event instanceof ComplaintEvent.AppealDecided ? 1 : 0;
        closed += event instanceof ComplaintEvent.ComplaintClosed ? 1 : 0;
    }

    private static void correctionsStay(
            Complaint before, Complaint after, RecordedEvent recorded, int life) {
        if (before.typology().temperCorrected()
                && !(recorded.event() instanceof ComplaintEvent.TypologyCorrected)) {
            assertThat(after.typology().temper())
                    .as("life %s: no sign overwrites a person", life)
                    .isEqualTo(before.typology().temper());
        }
    }

    private static void clocksGoForward(
            Complaint before, Complaint after, RecordedEvent recorded, int life) {
        for (RunningClock clock : after.clocks()) {
            assertThat(clock.startedAt()).as("life %s", life).isBeforeOrEqualTo(recorded.at());
            before.clock(clock.clock())
                    .filter(known -> known.startedAt().equals(clock.startedAt()))
                    .filter(RunningClock::breached)
                    .ifPresent(late -> assertThat(clock.breached()).as("life %s", life).isTrue());
        }
        if (recorded.event() instanceof ComplaintEvent.ClockResumed resumed
                && !before.clock(resumed.clock()).orElseThrow().breached()) {
            assertThat(resumed.dueAt())
                    .as("life %s: time that was left is still ahead", life)
                    .isAfterOrEqualTo(recorded.at());
        }
    }

    private void conclude(Complaint state, List<RecordedEvent> log, int life) {
        Complaint folded = Complaint.unborn(Case.ID);
        for (RecordedEvent event : log) {
            folded = folded.evolve(event);
        }
        assertThat(folded).as("life %s: fold equals state", life).isEqualTo(state);
        assertThat(state.version()).isEqualTo(log.size());
        assertThat(log.stream().map(RandomLivesTest::contact).filter(Objects::nonNull))
                .as("life %s: each contact has an id of its own", life)
                .doesNotHaveDuplicates();
        if (life % COSTLY == 0) {
            assertThat(Wire.read(Wire.write(state), Complaint.class))
                    .as("life %s: kept whole in the store", life)
                    .isEqualTo(state);
            LedgersAgree.with(log);
        }
        approvedAndExecuted += WithinAuthority.in(log);
        assertThat(state.links().merge() == null || state.links().duplicates().isEmpty())
                .as("life %s: no chain", life)
                .isTrue();
        if (!state.status().isOpen() && !state.isMerged()) {
            assertThat(state.clocks()).as("life %s: no clock outlives the work", life).isEmpty();
        }
        assertThat(state.clocks()).extracting(RunningClock::clock).doesNotHaveDuplicates();
    }

    /// Those with authority are asked for what needs it, though not only they.
    private static Actor actor(Random random, ComplaintCommand command, Complaint state) {
        if (command instanceof ComplaintCommand.AppealReview appeal && random.nextInt(3) > 0) {
            return state.work()
                    .reviews()
                    .find(appeal.review())
                    .map(review -> Actor.agent(review.agent()))
                    .orElseThrow();
        }
        boolean needsAuthority =
                command instanceof ComplaintCommand.Approve
                        || command instanceof ComplaintCommand.RefuseApproval
                        || command instanceof ComplaintCommand.DecideAppeal;
        if (needsAuthority && random.nextInt(3) > 0) {
            return Actor.agent(new AgentId(pick(random, List.of("tanaka", "johnson"))));
        }
        return random.nextInt(4) == 0
                ? Actor.automation("notification")
                : Actor.agent(new AgentId(pick(random, AGENTS)));
    }

    private static @Nullable ContactId contact(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case ComplaintEvent.ComplaintReceived e -> e.contact().id();
            case ComplaintEvent.ContactAppended e -> e.contact().id();
            case ComplaintEvent.ContactPassedOn e -> e.contact().id();
            default -> null;
        };
    }

    private static ComplaintCommand contact(Random random) {
        return Commands.contact("contact" + random.nextInt(6), pick(random, TEXTS));
    }

    /// Often the next step of the procedure, so that lives get far, or passing from hand to hand;
    /// else anything.
    private static ComplaintCommand wish(Random random, Complaint state) {
        if (random.nextInt(5) == 0) {
            return passing(random);
        }
        if (!random.nextBoolean()) {
            return anything(random, state);
        }
        return state.links().isPending()
                ? answerOfSurvivor(random, state)
                : nextStep(random, state);
    }

    private static ComplaintCommand passing(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Commands.assign(pick(random, AGENTS));
            case 1 -> new ComplaintCommand.HandOver(null, Commands.text("Back to the line"));
            default -> Commands.handOver(pick(random, AGENTS));
        };
    }

    private static ComplaintCommand nextStep(Random random, Complaint state) {
        return switch (state.status()) {
            case UNBORN -> contact(random);
            case RECEIVED, ACKNOWLEDGED, REOPENED -> Commands.clarify();
            case CLARIFIED -> Commands.assess();
            case ASSESSED, DECLINED -> proposalOrApproval(random, state);
            case PROPOSED -> new ComplaintCommand.AcceptProposal();
            case ACCEPTED -> Commands.execute();
            case REMEDIED -> Commands.resolve(false);
            case RESOLVED -> new ComplaintCommand.RecordFollowUp(state.followUps().sent() + 1);
            case FOLLOWED_UP -> Commands.answer(state.followUps().sent(), random.nextBoolean());
            case CLOSED -> contact(random);
            case MERGED -> new ComplaintCommand.UndoMerge(Commands.text("Two matters"));
        };
    }

    private static ComplaintCommand proposalOrApproval(Random random, Complaint state) {
        return state.work().granting().isWaiting()
                ? new ComplaintCommand.Approve()
                : Commands.propose(amount(random));
    }

    private static String amount(Random random) {
        int most = pick(random, List.of(3, 40_000, 150_000, 800_000));
        return String.valueOf(random.nextInt(most));
    }

    private static ComplaintCommand care(Random random, Complaint state) {
        return switch (random.nextInt(9)) {
            case 0 -> {
                ComplaintCommand.ProposeSolution proposal = Commands.propose(amount(random));
                yield new ComplaintCommand.WeighProposal(
                        proposal.remedy(),
                        proposal.explanation(),
                        BigDecimal.valueOf(random.nextInt(100_000)));
            }
            case 1 -> new ComplaintCommand.Approve();
            case 2 -> new ComplaintCommand.RefuseApproval(Commands.text(pick(random, TEXTS)));
            case 3 ->
                    new ComplaintCommand.RenewPromise(
                            promise(random, state),
                            Commands.text("Late"),
                            Case.START.plus(Duration.ofDays(random.nextInt(12))));
            default -> reviewing(random, state);
        };
    }

    private static ComplaintCommand reviewing(Random random, Complaint state) {
        List<Review> given = state.work().reviews().given();
        if (given.isEmpty() || random.nextInt(4) == 0) {
            ReviewAnswer answer =
                    new ReviewAnswer(
                            pick(random, List.of(ServiceSign.values())),
                            random.nextBoolean(),
                            null);
            return new ComplaintCommand.ReviewQuality(
                    new AgentId(pick(random, AGENTS)), List.of(answer), null);
        }
        Review review = pick(random, given);
        return review.state() == Review.State.GIVEN
                ? new ComplaintCommand.AppealReview(review.id(), Commands.text("No"))
                : new ComplaintCommand.DecideAppeal(
                        review.id(), random.nextBoolean(), Commands.text("Heard"));
    }

    private static ComplaintCommand anything(Random random, Complaint state) {
        return switch (random.nextInt(43)) {
            case 0 -> contact(random);
            case 1 -> new ComplaintCommand.Acknowledge();
            case 2 -> Commands.assign(pick(random, AGENTS));
            case 3 -> Commands.handOver(pick(random, AGENTS));
            case 4 -> new ComplaintCommand.HandOver(null, Commands.text("Back to the line"));
            case 5 -> Commands.reply(pick(random, TEXTS));
            case 6 -> Commands.clarify();
            case 7 -> Commands.promise(Case.START.plus(Duration.ofDays(random.nextInt(9))));
            case 8 -> new ComplaintCommand.KeepPromise(promise(random, state));
            case 9 -> Commands.assess();
            case 10 -> new ComplaintCommand.DeclineDemand(Commands.text(pick(random, TEXTS)));
            case 11 -> Commands.propose(amount(random));
            case 12 -> new ComplaintCommand.AcceptProposal();
            case 13 -> new ComplaintCommand.DeclineProposal(Commands.text("Too little"));
            case 14 -> Commands.execute();
            case 15 -> Commands.resolve(random.nextBoolean());
            case 16 -> new ComplaintCommand.RecordFollowUp(random.nextInt(1, 4));
            case 17 -> Commands.answer(random.nextInt(4), random.nextBoolean());
            case 18 -> new ComplaintCommand.Reopen(ReopeningReason.AGENT_DECISION);
            case 19 -> Commands.close(pick(random, List.of(ClosingReason.values())));
            case 20 -> new ComplaintCommand.TakeInsight(insight(random));
            case 21 -> new ComplaintCommand.ReviewPriority();
            case 22 -> clock(random, state);
            case 23 -> Commands.waiting(pick(random, List.of(WaitingFor.values())));
            case 24 -> Commands.waiting(WaitingFor.CUSTOMER);
            case 25 -> new ComplaintCommand.EndWaiting();
            case 26 -> new ComplaintCommand.SendHoldingResponse(Commands.text("Soon"));
            case 27 -> new ComplaintCommand.MergeInto(pick(random, OTHERS));
            case 28 -> new ComplaintCommand.UndoMerge(Commands.text(pick(random, TEXTS)));
            case 29 ->
                    new ComplaintCommand.TakeInDuplicate(
                            pick(random, OTHERS),
                            random.nextInt(9),
                            1 + random.nextInt(3),
                            state.factors(),
                            null);
            case 30 -> new ComplaintCommand.ReleaseDuplicate(pick(random, OTHERS));
            case 31, 32 -> answerOfSurvivor(random, state);
            case 34, 35, 36, 37, 38, 39, 40 -> care(random, state);
            case 41 -> Commands.correction(random.nextInt());
            case 33 -> new ComplaintCommand.Reoffer(new AgentId(pick(random, AGENTS)));
            default -> new ComplaintCommand.BreakPromise(promise(random, state));
        };
    }

    private static ComplaintCommand answerOfSurvivor(Random random, Complaint state) {
        Links.Merge merge = state.links().merge();
        ComplaintId survivor = merge == null ? pick(random, OTHERS) : merge.into();
        long request = merge == null ? random.nextInt(9) : merge.request();
        return random.nextInt(3) > 0
                ? new ComplaintCommand.ConfirmMerge(survivor, request, null)
                : new ComplaintCommand.GiveUpMerge(
                        survivor,
                        request,
                        new Refusal(
                                Refusal.Rule.SURVIVOR_CLOSED,
                                new Explanation("The other complaint is closed"),
                                List.of()),
                        null);
    }

    private static Insight insight(Random random) {
        return random.nextBoolean()
                ? new Insight.ConcernRising(new ClusterId("c"), random.nextInt(40))
                : new Insight.CustomerComplainsAgain(random.nextInt(6));
    }

    private static ComplaintCommand clock(Random random, Complaint state) {
        ClockName clock = new ClockName("resolution");
        Instant due = state.clock(clock).map(RunningClock::dueAt).orElse(Case.START);
        return random.nextBoolean()
                ? new ComplaintCommand.WarnOfClock(clock, due)
                : new ComplaintCommand.BreachClock(clock, due);
    }

    private static PromiseId promise(Random random, Complaint state) {
        return state.promises().isEmpty()
                ? new PromiseId("none")
                : pick(random, state.promises()).id();
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
