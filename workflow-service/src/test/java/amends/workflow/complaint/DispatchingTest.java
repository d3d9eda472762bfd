package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.assign;
import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.handOver;
import static amends.workflow.complaint.Commands.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.Needed;
import amends.contracts.routing.Skill;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeSet;

/// What the dispatchers hear.
class DispatchingTest {

    private final Case complaint = new Case();

    @Test
    void ofAWaitingComplaint() {
        assertThat(told(contact("first", "It broke")))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.pool()).hasToString("service");
                            assertThat(told.event())
                                    .isInstanceOfSatisfying(
                                            DispatchEvent.ComplaintWaits.class,
                                            waits -> {
                                                assertThat(waits.score()).isZero();
                                                assertThat(waits.since()).isEqualTo(Case.START);
                                                assertThat(waits.due())
                                                        .isEqualTo(
                                                                complaint
                                                                        .state()
                                                                        .nextDue()
                                                                        .orElseThrow());
                                            });
                        });
    }

    @Test
    void ofOneThatMovesToAnotherPool() {
        told(contact("first", "It broke"));
        assertThat(told(contact("second", "It is on fire")))
                .extracting(told -> told.pool() + " " + told.event().getClass().getSimpleName())
                .containsExactly("service ComplaintLeft", "specialists ComplaintWaits");
    }

    @Test
    void ofOwnersAndTheEnd() {
        told(contact("first", "It broke"));
        assertThat(kinds(told(assign("sato")))).containsExactly("ComplaintTaken");
        assertThat(kinds(told(contact("second", "It is on fire"))))
                .as("whoever has it keeps it")
                .isEmpty();
        assertThat(told(handOver("tanaka")))
                .as("she is of another pool")
                .extracting(told -> told.pool() + " " + told.event().getClass().getSimpleName())
                .containsExactly("service ComplaintLeft", "vip ComplaintTaken");
        assertThat(kinds(told(resolve(true)))).containsExactly("ComplaintLeft");
        assertThat(kinds(told(contact("third", "Still burning"))))
                .as("reopened, it waits: its owner may not be there")
                .containsExactly("ComplaintWaits");
        assertThat(complaint.state().ownership().askedFirst()).hasToString("tanaka");
    }

    @Test
    void ofWhoIsToBeAskedFirstWhichCustomerItIsAndHowHeCame() {
        told(contact("first", "It broke"));
        told(assign("sato"));
        assertThat(told(new ComplaintCommand.Reoffer(new AgentId("sato"))))
                .singleElement()
                .extracting(Dispatching.Addressed::event)
                .isInstanceOfSatisfying(
                        DispatchEvent.ComplaintWaits.class,
                        waits -> {
                            assertThat(waits.earlierOwner()).hasToString("sato");
                            assertThat(waits.channel()).hasToString("web");
                            assertThat(waits.customer()).isNotNull();
                        });
        assertThat(told(assign("chen")))
                .singleElement()
                .extracting(Dispatching.Addressed::event)
                .isInstanceOfSatisfying(
                        DispatchEvent.ComplaintTaken.class,
                        taken -> assertThat(taken.queue()).hasToString("general"));
    }

    @Test
    void whatOneNeedsToWhomItIsHandedOver() {
        told(contact("first", "It broke"));
        assertThat(taken(told(assign("sato"))).handedOver()).isNull();
        assertThat(taken(told(handOver("smith"))).handedOver())
                .isEqualTo(new Needed(new TreeSet<>(List.of(new Skill("lang:en"))), null));
    }

    @Test
    void whoHasNoRoomIsWaitedForWhereHeIs() {
        told(contact("first", "It broke"));
        told(assign("sato"));
        told(handOver("tanaka"));
        assertThat(reoffered("tanaka", ReofferReason.NO_ROOM))
                .containsExactly("vip ComplaintWaits");
        assertThat(complaint.state().ownership().askedFirst()).hasToString("tanaka");
        assertThat(complaint.state().ownership().earlier()).containsExactly(Case.SATO);
        told(assign("wang"));
        assertThat(complaint.state().ownership().keptIn()).isNull();
    }

    @Test
    void whoIsNotThereOrUnableIsNotWaitedForInHisPool() {
        told(contact("first", "It broke"));
        told(assign("sato"));
        told(handOver("tanaka"));
        assertThat(reoffered("tanaka", ReofferReason.NOT_THERE))
                .containsExactly("vip ComplaintLeft", "service ComplaintWaits");
        told(assign("sato"));
        told(handOver("tanaka"));
        assertThat(reoffered("tanaka", ReofferReason.LACKS_SKILL))
                .containsExactly("vip ComplaintLeft", "service ComplaintWaits");
        assertThat(complaint.state().ownership().askedFirst()).isNull();
    }

    private List<String> reoffered(String agent, ReofferReason reason) {
        return told(new ComplaintCommand.Reoffer(new AgentId(agent), reason)).stream()
                .map(told -> told.pool() + " " + told.event().getClass().getSimpleName())
                .toList();
    }

    private static DispatchEvent.ComplaintTaken taken(List<Dispatching.Addressed> told) {
        return (DispatchEvent.ComplaintTaken) told.getLast().event();
    }

    @Test
    void ofOneThatGoesBackToTheLineAndMustNowGoElsewhere() {
        told(contact("first", "It broke"));
        told(assign("sato"));
        told(contact("second", "It is on fire"));
        assertThat(told(new ComplaintCommand.HandOver(null, Commands.text("For a specialist"))))
                .extracting(told -> told.pool() + " " + told.event().getClass().getSimpleName())
                .containsExactly("service ComplaintLeft", "specialists ComplaintWaits");
    }

    private List<Dispatching.Addressed> told(ComplaintCommand command) {
        Complaint before = complaint.state();
        complaint.accepts(command);
        return Dispatching.between(before, complaint.state());
    }

    private static List<String> kinds(List<Dispatching.Addressed> told) {
        return told.stream().map(each -> each.event().getClass().getSimpleName()).toList();
    }
}
