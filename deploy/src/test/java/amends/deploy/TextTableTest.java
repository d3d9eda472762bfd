package amends.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsTextLeftAndNumbersRight() {
        TextTable table = new TextTable().left("what").right("rows");
        table.row("new", 7).row("quarantined", 1200);

        assertThat(table)
                .hasToString(
                        """
                        what         rows
                        new             7
                        quarantined  1200
                        """);
    }

    @Test
    void hasNoTitleLineWithoutTitles() {
        assertThat(new TextTable().left("").left("").row("a", "b")).hasToString("a  b\n");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        TextTable table = new TextTable().left("one");

        assertThatThrownBy(() -> table.row("a", "b")).hasMessage("2 cells for 1 columns");
    }
}
