package amends.analytics.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.analytics.tally.Cell;
import amends.contracts.contact.BrandName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import java.util.List;

class BrandChoiceTest {

    @ParameterizedTest
    @MethodSource("namesThatNoFigureCanHave")
    void aBrandThatIsNotCountedApartIsAnsweredWithTheReason(String brand) {
        assertThatThrownBy(() -> BrandChoice.of(brand))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    static List<String> namesThatNoFigureCanHave() {
        return List.of("x".repeat(99), "x".repeat(199), "x".repeat(201), "%".repeat(70));
    }

    @Test
    void aBrandThatIsCountedApartIsTaken() {
        assertThat(BrandChoice.of("x".repeat(98))).isEqualTo(new BrandName("x".repeat(98)));
        assertThat(BrandChoice.of("A/B")).isEqualTo(new BrandName("A/B"));
        assertThat(BrandChoice.of(" ")).isNull();
    }

    @Test
    void theCellOfABrandWhoseNameLeavesNoRoomHasNoValue() {
        assertThat(new Cell("overall", "all", new BrandName("x".repeat(199))).value()).isEmpty();
    }
}
