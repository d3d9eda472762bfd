package amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.quarantine.QuarantineEvent;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.wire.Wire;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/// What was written before a message had all its fields is still read, and written as it was.
class OlderMessagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"type":"ComplaintQueued","queue":"general","pool":"service","skills":["lang:ja"],\
                "rule":"all","policy":"routing@1"}\
                """
            })
    void eventsAreRead(String json) {
        assertRead(json, ComplaintEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"type":"ComplaintWaits","complaint":"0123456789AB","queue":"general",\
                "skills":["lang:ja"],"score":7,"since":"2026-04-01T09:30:00Z"}\
                """,
                """
                {"type":"ComplaintTaken","complaint":"0123456789AB","agent":"sato"}\
                """,
                """
                {"type":"AgentPresenceChanged","agent":"sato","present":true}\
                """
            })
    void dispatchEventsAreRead(String json) {
        assertRead(json, DispatchEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"type":"InputQuarantined","channel":"bulk","reason":"csv-row-incomplete",\
                "detail":"2 of 3","mediaType":"text/csv","content":"MSwy"}\
                """
            })
    void quarantineEventsAreRead(String json) {
        assertRead(json, QuarantineEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"correlation":"c-1","at":"2026-04-01T09:30:00Z",\
                "outcome":{"type":"NothingNext","why":"NO_ROOM"}}\
                """
            })
    void anOutcomeMayBeAboutNoComplaint(String json) {
        assertRead(json, RecordedOutcome.class);
    }

    private static void assertRead(String json, Class<?> type) {
        JsonNode expected = Wire.mapper().readTree(json);
        Object read = Wire.read(json.getBytes(StandardCharsets.UTF_8), type);
        assertThat(Wire.mapper().readTree(Wire.write(read))).isEqualTo(expected);
    }
}
