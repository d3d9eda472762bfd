package amends.analytics.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import amends.contracts.contact.CustomerId;

import org.junit.jupiter.api.Test;

class DistinctCustomersTest {

    @Test
    void fewAreCountedExactlyAndNobodyTwice() {
        DistinctCustomers customers = DistinctCustomers.none();
        for (int i = 0; i < 300; i++) {
            customers = customers.plus(new CustomerId("c" + i % 100));
        }

        assertThat(customers.count()).isEqualTo(100);
        assertThat(DistinctCustomers.read(customers.bytes()).plus(customers).count())
                .isEqualTo(100);
    }

    @Test
    void manyAreCountedWithinTwoPercentInTwoKilobytes() {
        DistinctCustomers customers = DistinctCustomers.none();
        for (int i = 0; i < 50_000; i++) {
            customers = customers.plus(new CustomerId("c" + i));
        }

        assertThat(customers.count()).isCloseTo(50_000, withinPercentage(4));
        assertThat(customers.bytes()).hasSizeLessThan(2_200);
    }
}
