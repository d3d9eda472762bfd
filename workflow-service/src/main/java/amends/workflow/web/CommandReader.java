package amends.workflow.web;

import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.AnswerFollowUp;
import amends.contracts.complaint.ComplaintCommand.RecordFollowUp;
import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.wire.Wire;
import amends.workflow.web.Problems.FieldError;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a command from its name in the path and its fields in the body.
final class CommandReader {

    /// Contacts, follow-ups and answers come in by topics of their own.
    private static final Set<Class<?>> FROM_TOPICS =
            Set.of(RegisterContact.class, RecordFollowUp.class, AnswerFollowUp.class);

    private static final Map<String, Class<? extends ComplaintCommand>> OFFERED =
            Arrays.stream(ComplaintCommand.class.getPermittedSubclasses())
                    .filter(type -> !FROM_TOPICS.contains(type))
                    .filter(type -> !ComplaintCommand.OfPlatform.class.isAssignableFrom(type))
                    .<Class<? extends ComplaintCommand>>map(
                            type -> type.asSubclass(ComplaintCommand.class))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    type -> CommandName.of(type).value(), type -> type));

    private CommandReader() {}

    static Set<String> offered() {
        return OFFERED.keySet();
    }

    /// Empty: there is no such command for people and integrations.
    ///
    /// @throws org.springframework.web.ErrorResponseException when the body does not fit
    static Optional<ComplaintCommand> read(String name, byte[] body) {
        return Optional.ofNullable(OFFERED.get(name)).map(type -> read(type, body));
    }

    private static ComplaintCommand read(Class<? extends ComplaintCommand> type, byte[] body) {
        try {
            ObjectNode fields = fields(body);
            fields.put("type", type.getSimpleName());
            ComplaintCommand command = Wire.mapper().treeToValue(fields, ComplaintCommand.class);
            List<FieldError> missing = RequiredFields.missing(command);
            if (!missing.isEmpty()) {
                throw Problems.invalid(missing);
            }
            return command;
        } catch (JacksonException e) {
            throw Problems.invalid(List.of(JsonErrors.of(e)));
        }
    }

    private static ObjectNode fields(byte[] body) {
        if (body.length == 0) {
            return Wire.mapper().createObjectNode();
        }
        JsonNode json = Wire.mapper().readTree(body);
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw Problems.invalid(
                List.of(new FieldError("Send a JSON object with the command's fields", "")));
    }
}
