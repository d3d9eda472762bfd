package amends.workflow.web;

import amends.workflow.web.Problems.FieldError;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Says what is wrong with a JSON text, and where, without repeating it.
final class JsonErrors {

    private JsonErrors() {}

    static FieldError of(JacksonException e) {
        return new FieldError(detail(e), pointer(e));
    }

    private static String detail(JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return expected(mismatch.getTargetType());
        }
        return e.getLocation() == null
                ? "This is not the JSON that is needed here"
                : "This is not JSON: look at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static String expected(Class<?> type) {
        return type.isEnum()
                ? "Use one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : "Expected here: " + type.getSimpleName();
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                "/"
                                        + (step.getPropertyName() == null
                                                ? String.valueOf(step.getIndex())
                                                : step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
