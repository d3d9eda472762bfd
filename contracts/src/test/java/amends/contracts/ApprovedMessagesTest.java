package amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.AccessState;
import amends.contracts.access.AuditEvent;
import amends.contracts.authority.GrantEvent;
import amends.contracts.coaching.CoachingEvent;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.Remedy;
import amends.contracts.customer.CustomerLinkEvent;
import amends.contracts.insight.Insight;
import amends.contracts.issue.KnownIssueEvent;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.quarantine.QuarantineEvent;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;

/// Messages are for ever: each permitted type has an approved JSON sample that must be read and
/// written unchanged.
class ApprovedMessagesTest {

    private static final Class<?>[] VOCABULARIES = {
        ComplaintEvent.class,
        ComplaintCommand.class,
        Outcome.class,
        Remedy.class,
        Insight.class,
        NotificationEvent.class,
        DispatchEvent.class,
        GrantEvent.class,
        CoachingEvent.class,
        CustomerLinkEvent.class,
        KnownIssueEvent.class,
        QuarantineEvent.class,
        AccessState.class,
        AuditEvent.class
    };

    record Sample(Class<?> readAs, Class<?> type, String path) {
        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Sample> samples() {
        Stream<Sample> members =
                Arrays.stream(VOCABULARIES)
                        .flatMap(
                                family ->
                                        Arrays.stream(family.getPermittedSubclasses())
                                                .filter(Class::isRecord)
                                                .map(
                                                        type ->
                                                                new Sample(
                                                                        family,
                                                                        type,
                                                                        family.getSimpleName()
                                                                                + "/"
                                                                                + type
                                                                                        .getSimpleName())));
        Stream<Sample> messages =
                Topics.all().stream()
                        .map(Topic::type)
                        .map(type -> new Sample(type, type, "Message/" + type.getSimpleName()));
        return Stream.concat(members, messages);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAndWrittenUnchanged(Sample sample) throws IOException {
        JsonNode approved = Wire.mapper().readTree(approved(sample));
        Object read = Wire.read(approved(sample), sample.readAs());
        assertThat(read).isInstanceOf(sample.type());
        assertThat(Wire.mapper().readTree(Wire.write(read))).isEqualTo(approved);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleShowsEveryComponent(Sample sample) throws IOException {
        JsonNode approved = Wire.mapper().readTree(approved(sample));
        assertThat(approved.propertyNames())
                .containsAll(
                        Arrays.stream(sample.type().getRecordComponents())
                                .map(component -> component.getName())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldFromTheFutureIsSkipped(Sample sample) throws IOException {
        var future =
                ((tools.jackson.databind.node.ObjectNode) Wire.mapper().readTree(approved(sample)))
                        .deepCopy();
        future.put("addedLater", true);
        assertThat(Wire.read(Wire.write(future), sample.readAs()))
                .isEqualTo(Wire.read(approved(sample), sample.readAs()));
    }

    private static byte[] approved(Sample sample) throws IOException {
        try (InputStream in =
                ApprovedMessagesTest.class.getResourceAsStream(
                        "/approved/" + sample.path() + ".json")) {
            assertThat(in).as("approved sample of " + sample.path()).isNotNull();
            return in.readAllBytes();
        }
    }
}
