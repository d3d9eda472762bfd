package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ProductName;

import org.junit.jupiter.api.Test;

class SharedNamesTest {

    private final SharedNames names = new SharedNames();

    @Test
    void equalNamesAreOneObject() {
        ProductName first = names.once(new ProductName(new String("Kettle")));
        assertThat(names.once(new ProductName(new String("Kettle")))).isSameAs(first);
        assertThat(names.onceIfAny((ProductName) null)).isNull();
    }

    @Test
    void aBrandIsNoProductOfTheSameName() {
        names.once(new ProductName("Kettle"));
        assertThat(names.once(new BrandName("Kettle"))).isEqualTo(new BrandName("Kettle"));
    }

    @Test
    void moreNamesThanThereIsRoomForAreHandedBackAsTheyCame() {
        for (int i = 0; i < 30_000; i++) {
            names.once(new ProductName("Product " + i));
        }
        ProductName late = new ProductName("late");
        assertThat(names.once(late)).isSameAs(late);
        assertThat(names.once(new ProductName("late"))).isNotSameAs(late).isEqualTo(late);
    }
}
