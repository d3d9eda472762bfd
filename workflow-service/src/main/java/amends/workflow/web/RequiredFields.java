package amends.workflow.web;

import amends.workflow.web.Problems.FieldError;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// Finds what is missing in a record that was read from JSON: components that are not `@Nullable`
/// and yet absent.
final class RequiredFields {

    private static final String OWN_RECORDS = "amends.";

    private RequiredFields() {}

    static List<FieldError> missing(Object read) {
        List<FieldError> missing = new ArrayList<>();
        collect(read, "", missing);
        return missing;
    }

    private static void collect(Object read, String pointer, List<FieldError> missing) {
        if (!read.getClass().isRecord() || !read.getClass().getName().startsWith(OWN_RECORDS)) {
            return;
        }
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            String here = pointer + "/" + component.getName();
            Object value = value(component, read);
            if (value != null) {
                collect(value, here, missing);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                missing.add(new FieldError("This field is needed", here));
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Object read) {
        try {
            return component.getAccessor().invoke(read);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Accessors of public records can be called", e);
        }
    }
}
