package amends.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.routing.QueueName;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class RightsTest {

    private static final Rights SMALL =
            Rights.parse(
                    """
                    # comment
                    GET   /open/**            anybody
                    POST  /things/{id}/sell   supervisor   # dear
                    POST  /things/{id}/{deed} agent supervisor
                    """);

    @Test
    void theFirstLineThatFitsDecides() {
        assertThat(SMALL.of("POST", "/things/7/sell").orElseThrow().roles())
                .containsExactly(Role.SUPERVISOR);
        assertThat(SMALL.of("POST", "/things/7/mend").orElseThrow().roles())
                .containsExactly(Role.AGENT, Role.SUPERVISOR);
    }

    @Test
    void whatNoLineAllowsIsForbidden() {
        assertThat(SMALL.of("GET", "/things/7/sell")).isEmpty();
        assertThat(SMALL.of("POST", "/things/7")).isEmpty();
        assertThat(SMALL.of("POST", "/things/7/sell/more")).isEmpty();
        assertThat(SMALL.of("POST", "/things//sell")).isEmpty();
        assertThat(SMALL.knows("/things/7/sell")).isTrue();
        assertThat(SMALL.knows("/things")).isFalse();
    }

    @Test
    void whatIsOpenNeedsNoRole() {
        Right open = SMALL.of("HEAD", "/open/a/b").orElseThrow();
        assertThat(open.allows(Identity.anybody())).isTrue();
        Right sell = SMALL.of("POST", "/things/7/sell").orElseThrow();
        assertThat(sell.allows(Identity.anybody())).isFalse();
        assertThat(sell.allows(Identity.of(Actor.customer(), Role.AGENT))).isFalse();
        assertThat(sell.allows(Identity.of(Actor.customer(), Role.AGENT, Role.SUPERVISOR)))
                .isTrue();
    }

    @Test
    void whoeverIsLimitedGetsWhatIsToldApart() {
        Rights table =
                Rights.parse(
                        """
                        GET /things agent
                        GET /lots agent whole   # all of it
                        """);
        Reach brand = new Reach(List.of(new BrandName("Example")), List.of(), List.of());
        Reach queue = new Reach(List.of(), List.of(new QueueName("billing")), List.of());
        Reach channel = new Reach(List.of(), List.of(), List.of(new ChannelName("email")));
        for (Reach whole : List.of(Reach.EVERYTHING, channel)) {
            assertThat(table.lines())
                    .allSatisfy(line -> assertThat(line.apart().refusal(whole)).isEmpty());
        }
        assertThat(refusals(table, queue)).containsExactly("GET /lots");
        assertThat(refusals(table, brand)).containsExactly("GET /lots");
        assertThat(table.lines()).allMatch(line -> line.roles().equals(Set.of(Role.AGENT)));
    }

    private static List<String> refusals(Rights table, Reach reach) {
        return table.lines().stream()
                .filter(line -> line.apart().refusal(reach).isPresent())
                .map(Right::toString)
                .toList();
    }

    @Test
    void aLineThatSaysNothingIsFound() {
        assertThatThrownBy(() -> Rights.parse("GET /things"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rights.parse("GET /things boss"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noLineStandsTwiceOrBehindOneThatDecidesBefore() {
        List<Right> lines = Rights.shipped().lines();
        Set<String> seen = new HashSet<>();
        for (Right line : lines) {
            assertThat(seen.add(line.toString())).as(line.toString()).isTrue();
            assertThat(Rights.shipped().of(line.method(), line.path().replace("**", "x")))
                    .hasValueSatisfying(
                            first ->
                                    assertThat(first.roles())
                                            .as("%s is decided by %s", line, first)
                                            .isEqualTo(line.roles()));
        }
    }

    @Test
    void commandsOfTheTableAreCommands() {
        Set<String> commands = new HashSet<>();
        Arrays.stream(ComplaintCommand.class.getPermittedSubclasses())
                .map(type -> CommandName.of(type.asSubclass(ComplaintCommand.class)).value())
                .forEach(commands::add);
        String complaint = "/api/complaints/{idOrReference}/";
        assertThat(Rights.shipped().lines())
                .filteredOn(line -> line.method().equals("POST"))
                .extracting(Right::path)
                .filteredOn(path -> path.startsWith(complaint) && !path.endsWith("}"))
                .isNotEmpty()
                .allSatisfy(
                        path -> assertThat(commands).contains(path.substring(complaint.length())));
    }
}
