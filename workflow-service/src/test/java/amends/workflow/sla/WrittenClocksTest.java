package amends.workflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.WaitingEnded;
import amends.contracts.complaint.ComplaintEvent.WaitingStarted;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.CustomerTier;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.wire.Wire;
import amends.workflow.policy.body.InvalidPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Clocks and hours as a policy writes them: what is taken, what is refused and why.
class WrittenClocksTest {

    private static final Actor AGENT = Actor.agent(new AgentId("sato"));
    private static final CustomerTier VIP = new CustomerTier("vip");
    private static final CustomerTier STANDARD = new CustomerTier("standard");

    private static SlaPolicy policy(String... clocks) {
        String body =
                """
                {"countFromReceiptUpTo": "P2D", "followUpSilence": "P14D", "measures": [],
                 "clocks": [%s]}
                """
                        .formatted(String.join(",", clocks));
        return SlaPolicy.parse(
                new PublishedPolicy(
                        PolicyVersion.parse("sla@1"),
                        Instant.EPOCH,
                        Actor.automation("test"),
                        Wire.mapper().readTree(body)));
    }

    private static String clock(String name, String rest) {
        return """
        {"clock": "%s", "family": "SERVICE", "calendar": "calendar.always", %s}
        """
                .formatted(name, rest);
    }

    private static ClockRule rule(String rest) {
        return policy(clock("one", rest)).clocks().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"warnAt\": [0] | warnAt goes from 1 to 99",
                "\"warnAt\": [100] | warnAt goes from 1 to 99",
                "\"warnAt\": [] | warnAt goes from 1 to 99",
                "\"warnAt\": [50], \"escalations\": [{\"atPercent\": 50, \"actions\":"
                        + " [\"NOTIFY\"]}] | no two of its warnings",
                "\"warnAt\": [50], \"escalations\": [{\"atPercent\": 0, \"actions\": [\"NOTIFY\"]}]"
                        + " | from 1 to 1000",
                "\"warnAt\": [50], \"escalations\": [{\"atPercent\": 1001, \"actions\":"
                        + " [\"NOTIFY\"]}] | from 1 to 1000",
                "\"warnAt\": [50], \"escalations\": [{\"atPercent\": 60, \"actions\": []}] | and"
                        + " actions",
                "\"warnAt\": [50], \"pausesOn\": [\"WaitingStarted\"] | resumesOn"
            })
    void aClockThatMakesNoSenseIsRefusedWithTheCorrection(String rest, String correction) {
        String whole = rest + ", \"metOn\": [\"ReplySent\"], \"targets\": [{\"within\": \"PT1H\"}]";
        assertThatThrownBy(() -> rule(whole))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining(correction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | end its targets with one for all",
                "[{\"levels\": [\"HIGH\"], \"within\": \"PT1H\"}] | end its targets with one for"
                        + " all",
                "[{\"tiers\": [\"vip\"], \"within\": \"PT1H\"}] | end its targets with one for all",
                "[{\"tiers\": [\"vip\"], \"within\": \"PT1H\"}, {\"within\": \"promised\"}]"
                        + " | what was promised is its only target"
            })
    void targetsThatLeaveSomebodyOutAreRefused(String targets, String correction) {
        assertThatThrownBy(
                        () ->
                                rule(
                                        "\"warnAt\": [50], \"metOn\": [\"ReplySent\"], \"targets\":"
                                                + " "
                                                + targets))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining(correction);
    }

    @Test
    void aPromiseDoesNotPause() {
        assertThatThrownBy(
                        () ->
                                rule(
                                        """
                                        "warnAt": [50], "metOn": ["PromiseKept"],
                                        "pausesOn": ["WaitingStarted"], "resumesOn": ["WaitingEnded"],
                                        "targets": [{"within": "promised"}]
                                        """))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("a promise does not pause");
    }

    @Test
    void whatAClockWaitsForHasToBeNamed() {
        assertThatThrownBy(() -> rule("\"warnAt\": [50], \"targets\": [{\"within\": \"PT1H\"}]"))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("metOn");
    }

    @Test
    void warningsAndEscalationsStandAtTheEdgesToo() {
        ClockRule rule =
                rule(
                        """
                        "warnAt": [99, 1], "metOn": ["ReplySent"], "targets": [{"within": "PT1H"}],
                        "escalations": [{"atPercent": 1000, "actions": ["NOTIFY"]},
                                        {"atPercent": 2, "actions": ["NOTIFY"]}]
                        """);
        assertThat(rule.warnAt()).containsExactly(1, 99);
        assertThat(rule.escalations()).extracting(Escalation::atPercent).containsExactly(1000, 2);
    }

    @Test
    void theFirstTargetThatFitsCounts() {
        ClockRule rule =
                rule(
                        """
                        "warnAt": [50], "metOn": ["ReplySent"], "targets": [
                          {"levels": ["URGENT"], "within": "PT1H"},
                          {"tiers": ["vip"], "within": "8 weeks"},
                          {"within": "15 business days"}]
                        """);
        assertThat(rule.target(PriorityLevel.URGENT, VIP)).hasToString("PT1H");
        assertThat(rule.target(PriorityLevel.LOW, VIP)).hasToString("56 calendar days");
        assertThat(rule.target(PriorityLevel.LOW, STANDARD)).hasToString("15 business days");
        assertThat(rule.isPromised()).isFalse();
        assertThat(rule.isMeasure()).isFalse();
    }

    @Test
    void anUnwrittenBeginningIsTheComplaintAndAnUnwrittenEndItsSolution() {
        String rest =
                "\"warnAt\": [50], \"metOn\": [\"ReplySent\"], \"targets\": [{\"within\":"
                        + " \"PT1H\"}]";
        assertThat(rule(rest).course().startsOn())
                .containsExactly(Trigger.on(ComplaintReceived.class));
        assertThat(rule(rest).course().cancelledOn())
                .containsExactly(
                        Trigger.on(ComplaintResolved.class), Trigger.on(ComplaintClosed.class));
        ClockRule written =
                rule(
                        rest
                                + ", \"startsOn\": [\"ComplaintResolved\"], \"cancelledOn\":"
                                + " [\"ComplaintClosed\"]");
        assertThat(written.course().startsOn())
                .containsExactly(Trigger.on(ComplaintResolved.class));
        assertThat(written.course().cancelledOn())
                .containsExactly(Trigger.on(ComplaintClosed.class));
    }

    @Test
    void aClockStandsBackBehindOneThatDoesNot() {
        String rest =
                "\"warnAt\": [50], \"metOn\": [\"ReplySent\"], \"targets\": [{\"within\":"
                        + " \"PT1H\"}]";
        String back = rest + ", \"notWhile\": [\"%s\"]";
        assertThat(policy(clock("one", rest), clock("two", back.formatted("one"))).clocks())
                .hasSize(2);
        for (String wrong : List.of("two", "three", "missing")) {
            assertThatThrownBy(
                            () ->
                                    policy(
                                            clock("one", rest),
                                            clock("two", back.formatted(wrong)),
                                            clock("three", back.formatted("two"))))
                    .isInstanceOf(InvalidPolicy.class)
                    .hasMessageContaining("notWhile");
        }
    }

    @Test
    void aTriggerMayAskWhatIsWaitedFor() {
        Trigger parts = new Trigger(WaitingStarted.class, Set.of(), Set.of(WaitingFor.PARTS));
        Trigger end = new Trigger(WaitingEnded.class, Set.of(), Set.of(WaitingFor.PARTS));
        FreeText reason = new FreeText("On order");
        assertThat(parts.isPulledBy(new WaitingStarted(WaitingFor.PARTS, reason), AGENT)).isTrue();
        assertThat(parts.isPulledBy(new WaitingStarted(WaitingFor.CUSTOMER, reason), AGENT))
                .isFalse();
        assertThat(end.isPulledBy(new WaitingEnded(WaitingFor.PARTS), AGENT)).isTrue();
        assertThat(end.isPulledBy(new WaitingEnded(WaitingFor.CUSTOMER), AGENT)).isFalse();
        assertThat(parts.lastsWhile(new Waiting(WaitingFor.PARTS, null))).isTrue();
        assertThat(parts.lastsWhile(new Waiting(WaitingFor.CUSTOMER, null))).isFalse();
        assertThat(end.lastsWhile(new Waiting(WaitingFor.PARTS, null))).isFalse();
    }

    @Test
    void aTriggerMayAskWhoBeganTheWaitingWhileItLasts() {
        Trigger byAgents = Trigger.on(WaitingStarted.class, Actor.Kind.AGENT);
        assertThat(byAgents.lastsWhile(new Waiting(WaitingFor.PARTS, Actor.Kind.AGENT))).isTrue();
        assertThat(byAgents.lastsWhile(new Waiting(WaitingFor.PARTS, Actor.Kind.INTEGRATION)))
                .isFalse();
        assertThat(byAgents.lastsWhile(new Waiting(WaitingFor.PARTS, null)))
                .as("it was not kept then")
                .isFalse();
    }

    @Test
    void aTriggerTellsWhoseDeedsCount() {
        assertThat(Trigger.on(ComplaintClosed.class)).hasToString("ComplaintClosed");
        assertThat(Trigger.on(ComplaintClosed.class, Actor.Kind.AGENT))
                .hasToString("ComplaintClosed by [AGENT]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4H", "15 business days", "60 calendar days", "promised"})
    void aSpanIsWrittenAsItIsRead(String text) {
        assertThat(Span.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00-17:30", "22:00-06:00", "00:00-24:00", "12:00-24:00"})
    void openingHoursAreWrittenAsTheyAreRead(String text) {
        assertThat(OpeningHours.parse(text)).hasToString(text);
    }

    @Test
    void openingHoursLastLongerThanNothing() {
        assertThatThrownBy(() -> OpeningHours.parse("09:00-09:00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(OpeningHours.parse("00:00-00:01")).isEqualTo(new OpeningHours(0, 60));
    }

    @Test
    void hoursThatTouchAreOneAndTheirOrderDoesNotMatter() {
        BusinessCalendar calendar =
                CalendarsForTests.parse(
                        Map.of(
                                "zone",
                                "UTC",
                                "week",
                                Map.of("MONDAY", List.of("13:00-15:00", "09:00-13:00"))));
        Instant noon = Instant.parse("2026-11-09T12:00:00Z");
        assertThat(calendar.plusBusiness(noon, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-11-09T14:00:00Z"));
        assertThat(calendar.version()).hasToString("calendar.test@1");
        assertThat(calendar.isBusinessDay(LocalDate.parse("2026-11-09"))).isTrue();
        assertThat(calendar.isBusinessDay(LocalDate.parse("2026-11-10"))).isFalse();
    }

    @Test
    void openFromTheOpeningSecondUntilTheClosingOne() {
        BusinessCalendar calendar =
                CalendarsForTests.parse(
                        Map.of("zone", "UTC", "week", Map.of("MONDAY", List.of("09:00-10:00"))));
        assertThat(calendar.isOpen(Instant.parse("2026-11-09T08:59:59Z"))).isFalse();
        assertThat(calendar.isOpen(Instant.parse("2026-11-09T09:00:00Z"))).isTrue();
        assertThat(calendar.isOpen(Instant.parse("2026-11-09T09:59:59Z"))).isTrue();
        assertThat(calendar.isOpen(Instant.parse("2026-11-09T10:00:00Z"))).isFalse();
    }

    @Test
    void timeBackwardsIsPositiveToo() {
        BusinessCalendar always =
                CalendarsForTests.parse(
                        Map.of("zone", "UTC", "week", Map.of("MONDAY", List.of("09:00-10:00"))));
        assertThatThrownBy(() -> always.minusBusiness(Instant.EPOCH, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
    }

    @Test
    void everyHourCountsOnlyForwards() {
        BusinessCalendar calendar =
                CalendarsForTests.parse(
                        Map.of("zone", "UTC", "week", Map.of("MONDAY", List.of("09:00-10:00"))));
        Instant now = Instant.parse("2026-11-09T08:59:59Z");
        assertThat(Counting.ALL_HOURS.between(now, now.plusSeconds(5), calendar))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(Counting.ALL_HOURS.between(now, now.minusSeconds(5), calendar))
                .isEqualTo(Duration.ZERO);
    }
}
