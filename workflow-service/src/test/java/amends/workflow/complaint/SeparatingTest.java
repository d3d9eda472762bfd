package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.RejoinCustomer;
import amends.contracts.complaint.ComplaintCommand.SeparateCustomer;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.complaint.Refusal.Rule;
import amends.contracts.contact.CustomerId;
import amends.contracts.insight.Insight.CustomerComplainsAgain;

import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.Random;

/// A person says that the customer is somebody else than whoever used the same contact point.
class SeparatingTest {

    private static final SeparateCustomer SEPARATE = new SeparateCustomer(text("Her son"));
    private static final RejoinCustomer REJOIN = new RejoinCustomer(text("It was she"));
    private static final CustomerId OWN = CustomerId.ofComplaint(Case.ID);

    private final Case complaint = new Case();

    @Test
    void heIsACustomerOfHisOwnWithAllThatIsStillSentToTheComplaint() {
        complaint.given(contact("first", "It broke"));
        CustomerId before = customer();
        assertThat(complaint.accepts(SEPARATE))
                .containsExactly(new CustomerSeparated(OWN, before, text("Her son")));
        complaint.given(contact("second", "Still broken"));
        assertThat(customer()).isEqualTo(OWN).isNotEqualTo(before);
    }

    @Test
    void thatIsTakenBackAndSaidAgainAndEachOnce() {
        complaint.given(contact("first", "It broke"));
        CustomerId before = customer();
        assertThat(complaint.accepts(REJOIN)).as("nothing to take back").isEmpty();
        complaint.given(SEPARATE);
        assertThat(complaint.accepts(SEPARATE)).as("said twice").isEmpty();
        assertThat(complaint.accepts(REJOIN))
                .containsExactly(new CustomerRejoined(before, OWN, text("It was she")));
        assertThat(customer()).isEqualTo(before);
        complaint.given(SEPARATE);
        assertThat(customer()).isEqualTo(OWN);
    }

    @Test
    void ofACustomerOfHisOwnItIsTheFirstComplaint() {
        complaint.given(
                contact("first", "It broke"),
                new ComplaintCommand.TakeInsight(new CustomerComplainsAgain(4)));
        assertThat(isAgain()).isTrue();
        assertThat(complaint.accepts(SEPARATE))
                .hasAtLeastOneElementOfType(ComplaintEvent.PriorityAssessed.class);
        assertThat(isAgain()).isFalse();
    }

    /// Or else it would be a way around the limits.
    @Test
    void whatIsGrantedCountsInTheLedgerOfWhomHeWasTakenFor() {
        complaint.given(
                contact("first", "It broke"),
                Commands.clarify(),
                Commands.assess(),
                Commands.propose());
        Complaint before = complaint.state();
        CustomerId other = customer();
        assertThat(before.work().granting().all()).isNotEmpty();
        complaint.given(SEPARATE);
        assertThat(Grants.customer(complaint.state())).isEqualTo(other).isNotEqualTo(customer());
        assertThat(Grants.changed(before, complaint.state(), false)).isEmpty();
        Complaint apart = complaint.state();
        complaint.given(REJOIN);
        assertThat(Grants.changed(apart, complaint.state(), false)).isEmpty();
    }

    @Test
    void whoeverIsKnownByThisComplaintAloneIsNotToldApartFromAnybody() {
        complaint.given(Commands.fromNobody("first"));
        assertThat(complaint.refuses(SEPARATE).rule()).isEqualTo(Rule.ALREADY_HIS_OWN);
    }

    @Test
    void whateverIsSaidAndHoweverOftenHeIsOneOfTheTwo() {
        Random random = new Random(11);
        complaint.given(contact("first", "It broke"));
        CustomerId before = customer();
        boolean apart = false;
        for (int step = 0; step < 200; step++) {
            int chance = random.nextInt(3);
            apart = chance == 0 || (apart && chance == 2);
            complaint.accepts(
                    switch (chance) {
                        case 0 -> SEPARATE;
                        case 1 -> REJOIN;
                        default -> contact("more" + step, "Again");
                    });
            assertThat(customer()).isEqualTo(apart ? OWN : before);
        }
    }

    private boolean isAgain() {
        return complaint.state().factors().stream()
                .anyMatch(factor -> factor.factor().value().equals("complains-again"));
    }

    private CustomerId customer() {
        return Objects.requireNonNull(complaint.state().arrival().customer());
    }
}
