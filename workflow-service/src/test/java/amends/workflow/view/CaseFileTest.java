package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Assessment;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.*;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Concern;
import amends.contracts.complaint.Demand;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.ResponsibleArea;
import amends.contracts.complaint.RootCause;
import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.complaint.Verification;
import amends.contracts.contact.Contact;
import amends.contracts.contact.Customer;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PhoneNumber;
import amends.contracts.sla.EscalationAction;
import amends.workflow.Contacts;
import amends.workflow.complaint.Complaint;
import amends.workflow.complaint.ComplaintDecider;
import amends.workflow.complaint.Decision;
import amends.workflow.complaint.Occasion;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class CaseFileTest {

    private static final Policies POLICIES = Policies.parse(ShippedPolicies.load());
    private static final FreeText WORDS = new FreeText("words");
    private static final ComplaintId ID = Contacts.complaint("life");

    private final ComplaintDecider decider = new ComplaintDecider();
    private final List<RecordedEvent> log = new ArrayList<>();
    private Complaint state = Complaint.unborn(ID);
    private Instant now = Instant.parse("2026-04-01T01:00:00Z");

    @Test
    void itsStatusOwnerAndQueueAreThoseOfTheComplaintAfterEveryEvent() {
        live();

        CaseFile file = null;
        Complaint complaint = Complaint.unborn(ID);
        for (RecordedEvent event : log) {
            file = CaseFile.evolve(file, event).orElseThrow();
            complaint = complaint.evolve(event);
            assertThat(file.row().status()).as(event.type()).isEqualTo(complaint.status());
            assertThat(file.row().owner()).as(event.type()).isEqualTo(complaint.owner());
            assertThat(file.row().priority()).isEqualTo(complaint.priority());
            assertThat(file.row().nextDue()).isEqualTo(complaint.nextDue().orElse(null));
            assertThat(file.row().version()).isEqualTo(complaint.version());
        }
        assertThat(log.stream().map(RecordedEvent::type).distinct())
                .as("the life shows most of the vocabulary")
                .hasSizeGreaterThan(18);
        assertThat(file.fold(Complaint.unborn(ID), Complaint::evolve)).isEqualTo(complaint);
    }

    @Test
    void anEventItKnowsChangesNothing() {
        live();
        CaseFile file = fold();
        assertThat(CaseFile.evolve(file, log.getFirst())).containsSame(file);
    }

    @Test
    void itSurvivesTheDatabase() {
        live();
        CaseFile file = fold();
        assertThat(CaseBson.read(CaseBson.write(file))).isEqualTo(file);
    }

    @Test
    void aStoryWithoutABeginningIsNotShown() {
        assertThat(
                        CaseFile.evolve(
                                null,
                                new RecordedEvent(
                                        ID,
                                        2,
                                        now,
                                        Actor.customer(),
                                        null,
                                        new ComplaintEvent.ComplaintAcknowledged())))
                .isEmpty();
    }

    @Test
    void detailsAreReadOffTheTimeline() {
        live();
        CaseDetails details = CaseDetails.of(fold());
        assertThat(details.contacts()).hasSize(2);
        assertThat(details.concern()).isNotNull();
        assertThat(details.assessment()).isNotNull();
        assertThat(details.proposal().state()).isEqualTo(CaseDetails.Proposal.State.EXECUTED);
        assertThat(details.promises())
                .singleElement()
                .extracting(CaseDetails.PromiseRow::state)
                .isEqualTo(CaseDetails.PromiseRow.State.BROKEN);
        assertThat(details.followUps())
                .singleElement()
                .extracting(CaseDetails.FollowUpRow::answeredAt)
                .isNotNull();
    }

    @Test
    void hisAddressStaysKnownWhenALaterContactDoesNotShowIt() {
        contact("life-1");
        Contact call = Contacts.contact("life", "life-2", "It is broken");
        Customer known = call.customer();
        contact(call, shownBy(known, new PhoneNumber("+81312345678")));
        Customer now = CaseDetails.of(fold()).complainant();
        assertThat(now.emails()).isEqualTo(known.emails());
        assertThat(now.name()).isEqualTo(known.name());
        assertThat(now.phones()).hasSize(1);

        contact(
                Contacts.contact("life", "life-3", "Any news?"),
                Contacts.contact("elsewhere").customer());
        assertThat(CaseDetails.of(fold()).complainant().emails())
                .as("newest first, as letters go out")
                .containsExactly(
                        new EmailAddress("elsewhere@example.jp"),
                        new EmailAddress("life@example.jp"));
    }

    /// Who calls shows his number and nothing else.
    private static Customer shownBy(Customer known, PhoneNumber number) {
        return new Customer(
                known.id(),
                IdentifiedBy.PHONE,
                null,
                List.of(),
                List.of(number),
                List.of(),
                null,
                known.tier());
    }

    @Test
    void asItStoodAtAnInstantIsWhatTheFirstEventsMade() {
        live();
        CaseFile whole = fold();
        for (RecordedEvent each : log) {
            int until = (int) log.stream().filter(e -> !e.at().isAfter(each.at())).count();
            CaseFile then = whole.asOf(each.at()).orElseThrow();
            assertThat(then.row().version()).isEqualTo(until);
            assertThat(then.timeline()).isEqualTo(whole.timeline().subList(0, until));
            assertThat(then.row().status()).isEqualTo(fold(log.subList(0, until)).row().status());
        }
        assertThat(whole.asOf(log.getFirst().at().minusMillis(1))).isEmpty();
    }

    @Test
    void clocksOfThePastAreReckonedAsOfThen() {
        contact("life-1");
        CaseFile whole = fold();
        ClockRow clock = whole.row().clocks().getFirst();
        assertThat(stateAt(whole, clock, clock.warnAt().minusSeconds(1)))
                .isEqualTo(ClockRow.State.RUNNING);
        assertThat(stateAt(whole, clock, clock.warnAt())).isEqualTo(ClockRow.State.WARNED);
        assertThat(stateAt(whole, clock, clock.dueAt())).isEqualTo(ClockRow.State.WARNED);
        assertThat(stateAt(whole, clock, clock.dueAt().plusMillis(1)))
                .as("late, though no timer has told of it")
                .isEqualTo(ClockRow.State.BREACHED);
    }

    @Test
    void aClockTellsTheLevelOfEscalationThatItReached() {
        contact("life-1");
        ClockRow clock = fold().row().clocks().getFirst();
        assertThat(clock.escalation()).isNull();
        log.add(
                new RecordedEvent(
                        ID,
                        log.size() + 1L,
                        clock.dueAt(),
                        Actor.automation("workflow"),
                        null,
                        new ComplaintEvent.ClockEscalated(
                                clock.clock(),
                                clock.dueAt(),
                                90,
                                new TreeSet<>(Set.of(EscalationAction.NOTIFY)),
                                null,
                                null)));
        assertThat(fold().row().clocks())
                .filteredOn(each -> each.escalation() != null)
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.clock()).isEqualTo(clock.clock());
                            assertThat(each.escalation()).isEqualTo(90);
                        });
    }

    private static ClockRow.State stateAt(CaseFile file, ClockRow clock, Instant at) {
        return file.asOf(at).orElseThrow().row().clocks().stream()
                .filter(each -> each.clock().equals(clock.clock()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aMergeAndItsUndoingShowOnBothSides() {
        contact("life-1");
        wish(new Acknowledge());
        CaseFile before = fold();
        ComplaintId other = Contacts.complaint("other");
        wish(new TakeInDuplicate(other, 5, 2, List.of(), null));
        assertThat(fold().row().contacts()).isEqualTo(3);
        assertThat(fold().row().duplicates())
                .containsExactly(new DuplicateRow(other, other.reference(), 2));
        Contact sent = Contacts.contact("life", "sent-to-other", "Any news?");
        wish(
                new RegisterContact(
                        sent.brand(),
                        sent.customer(),
                        sent.content(),
                        new OriginalPosition(0, 9),
                        other));
        assertThat(fold().row().contacts()).isEqualTo(4);
        assertThat(CaseDetails.of(fold()).contacts()).hasSize(2);
        assertThat(CaseBson.read(CaseBson.write(fold()))).isEqualTo(fold());
        wish(new ReleaseDuplicate(other));
        assertThat(fold().row().contacts()).isEqualTo(1);
        assertThat(fold().row().duplicates()).isNull();
        assertThat(CaseDetails.of(fold()).contacts()).as("it went with the duplicate").hasSize(1);

        wish(new MergeInto(other));
        wish(new ConfirmMerge(other, state.version(), null));
        assertThat(fold().row().status()).isEqualTo(state.status());
        assertThat(fold().row().isOpen()).as("the board shows the two once").isFalse();
        assertThat(fold().row().merged().into()).isEqualTo(other);
        contact("life-2");
        assertThat(fold().row().contacts()).isEqualTo(2);
        wish(new UndoMerge(WORDS));
        assertThat(fold().row().status()).isEqualTo(before.row().status());
        assertThat(fold().row().merged()).isNull();
        assertThat(fold().row().clocks()).containsAll(before.row().clocks());
        assertThat(CaseDetails.of(fold()).contacts()).as("its own again").hasSize(2);
    }

    private CaseFile fold() {
        return fold(log);
    }

    private static CaseFile fold(List<RecordedEvent> events) {
        CaseFile file = null;
        for (RecordedEvent event : events) {
            file = CaseFile.evolve(file, event).orElseThrow();
        }
        return file;
    }

    private void live() {
        contact("life-1");
        wish(new Acknowledge());
        wish(new Assign(new AgentId("sato")));
        wish(new Reply(WORDS));
        wish(new Clarify(new Concern(WORDS, null), new Demand(Demand.Kind.REFUND, WORDS)));
        wish(new MakePromise(WORDS, now.plus(Duration.ofHours(2))));
        now = now.plus(Duration.ofHours(3));
        state.nextTimer(POLICIES).ifPresent(timer -> wish(timer.command()));
        wish(new BreakPromise(state.promises().getFirst().id()));
        wish(
                new Assess(
                        new Assessment(
                                true,
                                true,
                                true,
                                RootCause.values()[0],
                                new ResponsibleArea("quality"),
                                WORDS)));
        wish(propose("10.50"));
        wish(new DeclineProposal(WORDS));
        wish(propose("20.00"));
        wish(new AcceptProposal());
        wish(new ExecuteRemedy(WORDS));
        wish(new Resolve(false, Verification.UNVERIFIED, WORDS));
        wish(new RecordFollowUp(1));
        wish(new AnswerFollowUp(1, new SurveyAnswer(false, 2, 5, 3, null)));
        contact("life-2");
        wish(new HandOver(new AgentId("suzuki"), WORDS));
        wish(new Resolve(true, Verification.WITH_EVIDENCE, WORDS));
        wish(new Close(ClosingReason.values()[0]));
        wish(new Reopen(ReopeningReason.values()[0]));
    }

    private static ProposeSolution propose(String amount) {
        return new ProposeSolution(
                new Remedy.Material(
                        Remedy.MaterialKind.REFUND,
                        new BigDecimal(amount),
                        Currency.getInstance("JPY")),
                WORDS);
    }

    private void contact(String idAtSource) {
        Contact contact = Contacts.contact("life", idAtSource, "It is broken");
        contact(contact, contact.customer());
    }

    private void contact(Contact contact, Customer customer) {
        wish(
                new RegisterContact(
                        contact.brand(),
                        customer,
                        contact.content(),
                        new OriginalPosition(0, log.size())));
    }

    private void wish(ComplaintCommand command) {
        now = now.plusSeconds(60);
        Decision decision =
                decider.decide(
                        command,
                        state,
                        new Occasion(now, Actor.agent(new AgentId("sato")), POLICIES));
        if (decision instanceof Decision.Accepted accepted) {
            for (ComplaintEvent event : accepted.events()) {
                RecordedEvent recorded =
                        new RecordedEvent(
                                ID,
                                state.version() + 1,
                                now,
                                Actor.agent(new AgentId("sato")),
                                null,
                                event);
                log.add(recorded);
                state = state.evolve(recorded);
            }
        }
    }
}
