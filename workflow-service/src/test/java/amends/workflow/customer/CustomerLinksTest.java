package amends.workflow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.contact.CustomerId;
import amends.contracts.customer.CustomerLinkEvent;
import amends.contracts.customer.CustomerLinkEvent.CustomersLinked;
import amends.contracts.customer.CustomerLinkEvent.CustomersUnlinked;
import amends.contracts.customer.CustomerLinkId;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.personal.FreeText;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class CustomerLinksTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final CustomerId A = new CustomerId("A");
    private static final CustomerId B = new CustomerId("B");
    private static final CustomerId C = new CustomerId("C");

    @Test
    void whoeverIsLinkedToALinkedOneIsTheSameUntilTheLinkInBetweenIsUndone() {
        CustomerLinks links = CustomerLinks.NONE.with(linked(A, B, 1)).with(linked(C, B, 2));
        assertThat(links.sameAs(A)).containsExactlyInAnyOrder(A, B, C);
        assertThat(links.linked()).containsExactlyInAnyOrder(A, B, C);
        assertThat(links.of(A))
                .extracting(RecordedCustomerLink::link)
                .containsExactly(CustomerLinkId.of(B, C), CustomerLinkId.of(A, B));
        CustomerLinks after = links.with(unlinked(B, A, 3));
        assertThat(after.sameAs(A)).containsExactly(A);
        assertThat(after.sameAs(C)).containsExactlyInAnyOrder(B, C);
        assertThat(after.of(A)).isEmpty();
        assertThat(after.linked()).containsExactlyInAnyOrder(B, C);
    }

    @Test
    void whatIsSaidTwiceChangesNothing() {
        CustomerLinks links = CustomerLinks.NONE.with(linked(A, B, 1));
        assertThat(links.with(linked(B, A, 2))).isEqualTo(links);
        CustomerLinks undone = links.with(unlinked(A, B, 3));
        assertThat(undone.with(unlinked(A, B, 4))).isEqualTo(undone);
        assertThat(undone.with(linked(A, B, 5)).sameAs(B)).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void whatIsOlderThanWhatIsKnownOfALinkChangesNothing() {
        CustomerLinks undone = CustomerLinks.NONE.with(unlinked(A, B, 3));
        assertThat(undone.with(linked(A, B, 1)).sameAs(A)).containsExactly(A);
        CustomerLinks again = undone.with(linked(A, B, 5));
        assertThat(again.with(unlinked(A, B, 3)).sameAs(A)).containsExactlyInAnyOrder(A, B);
        assertThat(again.with(linked(A, C, 1)).sameAs(C)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void whatIsSaidNextIsNewerEvenIfTheClockOfWhoeverSaidTheLastWentAhead() {
        CustomerLinks links = CustomerLinks.NONE.with(linked(A, B, 10));
        CustomerLinkId link = CustomerLinkId.of(A, B);
        assertThat(links.next(link, NOON)).isAfter(NOON.plusSeconds(10));
        assertThat(links.next(link, NOON.plusSeconds(20))).isEqualTo(NOON.plusSeconds(20));
        assertThat(links.next(CustomerLinkId.of(A, C), NOON)).isEqualTo(NOON);
    }

    @Test
    void whoIsTheSameIsFoundAsByWalkingAllLinks() {
        Random random = new Random(7);
        CustomerLinks links = CustomerLinks.NONE;
        Map<Set<CustomerId>, Boolean> model = new HashMap<>();
        for (int step = 0; step < 300; step++) {
            CustomerId one = new CustomerId("c" + random.nextInt(12));
            CustomerId other = new CustomerId("d" + random.nextInt(12));
            boolean link = random.nextBoolean();
            links = links.with(link ? linked(one, other, step) : unlinked(one, other, step));
            model.put(Set.of(one, other), link);
            assertThat(links.sameAs(one)).isEqualTo(walked(one, model));
        }
    }

    private static Set<CustomerId> walked(CustomerId from, Map<Set<CustomerId>, Boolean> model) {
        Set<CustomerId> same = new HashSet<>(Set.of(from));
        List<Set<CustomerId>> standing = new ArrayList<>();
        model.forEach(
                (ends, stands) -> {
                    if (stands) {
                        standing.add(ends);
                    }
                });
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Set<CustomerId> ends : standing) {
                if (ends.stream().anyMatch(same::contains)) {
                    grew |= same.addAll(ends);
                }
            }
        }
        return same;
    }

    private static RecordedCustomerLink linked(CustomerId one, CustomerId other, int second) {
        return said(one, other, second, new CustomersLinked(one, other, new FreeText("so")));
    }

    private static RecordedCustomerLink unlinked(CustomerId one, CustomerId other, int second) {
        return said(one, other, second, new CustomersUnlinked(one, other, new FreeText("no")));
    }

    private static RecordedCustomerLink said(
            CustomerId one, CustomerId other, int second, CustomerLinkEvent event) {
        return new RecordedCustomerLink(
                CustomerLinkId.of(one, other),
                NOON.plusSeconds(second),
                Actor.agent(new AgentId("sato")),
                event);
    }
}
