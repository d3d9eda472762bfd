package amends.contracts.document;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.name.TypedName;
import amends.contracts.personal.Personal;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.wire.Wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// JSON schemas of Java types, as [Wire] writes and reads them. Each record, enum and name of our
/// own becomes a component that other schemas refer to.
public final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";

    private static final Map<Class<?>, String> SIMPLE =
            Map.ofEntries(
                    Map.entry(boolean.class, "{\"type\":\"boolean\"}"),
                    Map.entry(Boolean.class, "{\"type\":\"boolean\"}"),
                    Map.entry(int.class, "{\"type\":\"integer\",\"format\":\"int32\"}"),
                    Map.entry(Integer.class, "{\"type\":\"integer\",\"format\":\"int32\"}"),
                    Map.entry(long.class, "{\"type\":\"integer\",\"format\":\"int64\"}"),
                    Map.entry(Long.class, "{\"type\":\"integer\",\"format\":\"int64\"}"),
                    Map.entry(double.class, "{\"type\":\"number\"}"),
                    Map.entry(Double.class, "{\"type\":\"number\"}"),
                    Map.entry(BigDecimal.class, "{\"type\":\"number\"}"),
                    Map.entry(String.class, "{\"type\":\"string\"}"),
                    Map.entry(Instant.class, "{\"type\":\"string\",\"format\":\"date-time\"}"),
                    Map.entry(LocalDate.class, "{\"type\":\"string\",\"format\":\"date\"}"),
                    Map.entry(LocalDateTime.class, "{\"type\":\"string\"}"),
                    Map.entry(ZoneId.class, "{\"type\":\"string\"}"),
                    Map.entry(
                            Duration.class,
                            "{\"type\":\"string\",\"pattern\":\"^PT[0-9.HMS-]+$\"}"),
                    Map.entry(Currency.class, "{\"type\":\"string\",\"pattern\":\"^[A-Z]{3}$\"}"),
                    Map.entry(JsonNode.class, "{}"),
                    Map.entry(Object.class, "{}"));

    private static final Map<Class<?>, String> PATTERNS =
            Map.of(
                    ComplaintId.class, "^[0-9A-HJKMNP-TV-Z]{12}$",
                    ComplaintReference.class, "^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-Z]$",
                    PolicyVersion.class, "^.+@[1-9][0-9]*$");

    private final Descriptions descriptions;
    private final Map<String, Class<?>> named = new HashMap<>();
    private final Map<String, ObjectNode> components = new TreeMap<>();

    public Schemas(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /// The schemas that those asked for refer to, by name.
    public Map<String, ObjectNode> components() {
        return components;
    }

    /// The schema of a type, or the reference to it.
    public ObjectNode of(Type type) {
        return of(type, Map.of());
    }

    /// What a reference leads to; other schemas as they are.
    public JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? components.get(schema.path("$ref").asString().substring(REFERENCE.length()))
                : schema;
    }

    private ObjectNode of(Type type, Map<TypeVariable<?>, Type> known) {
        return switch (type) {
            case Class<?> plain when SIMPLE.containsKey(plain) -> json(SIMPLE.get(plain));
            case Class<?> plain -> reference(plain);
            case ParameterizedType generic -> generic(generic, known);
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], known);
            case TypeVariable<?> variable -> of(known.get(variable), known);
            default -> throw new AssertionError("No schema is known for " + type);
        };
    }

    private ObjectNode generic(ParameterizedType type, Map<TypeVariable<?>, Type> known) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = typed("array");
            array.set("items", of(arguments[0], known));
            return Set.class.isAssignableFrom(raw) ? array.put("uniqueItems", true) : array;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode object = typed("object");
            object.set("additionalProperties", of(arguments[1], known));
            return object;
        }
        Map<TypeVariable<?>, Type> bound = new HashMap<>(known);
        for (int i = 0; i < arguments.length; i++) {
            bound.put(raw.getTypeParameters()[i], arguments[i]);
        }
        return object(raw, bound);
    }

    private ObjectNode reference(Class<?> type) {
        String name = name(type);
        Class<?> before = named.put(name, type);
        if (before != null && before != type) {
            throw new AssertionError(before + " and " + type + " would have the same name");
        }
        if (before == null) {
            components.put(name, json("{}"));
            components.put(name, described(component(type), descriptions.of(type)));
        }
        return json("{}").put("$ref", REFERENCE + name);
    }

    /// Members of a vocabulary have a name of their own, other nested types borrow their host's.
    public static String name(Class<?> type) {
        Class<?> host = type.getEnclosingClass();
        return host == null || host.isAssignableFrom(type) || !type.isEnum()
                ? type.getSimpleName()
                : host.getSimpleName() + type.getSimpleName();
    }

    private ObjectNode component(Class<?> type) {
        if (type.isEnum()) {
            ArrayNode values = typed("string").putArray("enum");
            Arrays.stream(type.getEnumConstants())
                    .forEach(each -> values.add(Wire.mapper().<JsonNode>valueToTree(each)));
            ObjectNode schema = typed("string");
            schema.set("enum", values);
            return schema;
        }
        if (Arrays.stream(type.getMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class))
                || TypedName.class.isAssignableFrom(type)
                || Personal.class.isAssignableFrom(type)) {
            return word(type);
        }
        if (type.isSealed()) {
            ObjectNode schema = json("{}");
            ArrayNode members = schema.putArray("oneOf");
            Arrays.stream(type.getPermittedSubclasses())
                    .forEach(member -> members.add(reference(member)));
            return schema;
        }
        if (type.isRecord()) {
            return object(type, Map.of());
        }
        throw new AssertionError("No schema is known for " + type);
    }

    private static ObjectNode word(Class<?> type) {
        ObjectNode schema = typed("string");
        if (PATTERNS.containsKey(type)) {
            schema.put("pattern", PATTERNS.get(type));
        } else if (TypedName.class.isAssignableFrom(type)) {
            schema.put("minLength", 1).put("maxLength", TypedName.LONGEST);
        }
        return Personal.class.isAssignableFrom(type) ? schema.put("x-personal", true) : schema;
    }

    private ObjectNode object(Class<?> type, Map<TypeVariable<?>, Type> known) {
        boolean member =
                type.getEnclosingClass() != null && type.getEnclosingClass().isAssignableFrom(type);
        return object(type, known, member);
    }

    /// A record's fields alone, without the name that a vocabulary tells it by.
    public ObjectNode fields(Class<?> type) {
        return object(type, Map.of(), false);
    }

    private ObjectNode object(
            Class<?> type, Map<TypeVariable<?>, Type> known, boolean tellsItsName) {
        ObjectNode properties = json("{}");
        ArrayNode required = properties.arrayNode();
        if (tellsItsName) {
            properties.putObject("type").put("const", type.getSimpleName());
            required.add("type");
        }
        addComponents(type, known, properties, required);
        ObjectNode schema = typed("object");
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private void addComponents(
            Class<?> type,
            Map<TypeVariable<?>, Type> known,
            ObjectNode properties,
            ArrayNode required) {
        Map<String, String> said = descriptions.ofComponents(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (annotation(component, JsonUnwrapped.class) != null) {
                addComponents(component.getType(), known, properties, required);
                continue;
            }
            JsonProperty renamed = annotation(component, JsonProperty.class);
            String name = renamed == null ? component.getName() : renamed.value();
            ObjectNode schema = of(component.getGenericType(), known);
            properties.set(name, described(schema, said.getOrDefault(component.getName(), "")));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
    }

    private static <A extends Annotation> @Nullable A annotation(
            RecordComponent component, Class<A> type) {
        return component.getAccessor().getAnnotation(type);
    }

    private static ObjectNode described(ObjectNode schema, String text) {
        return text.isEmpty() ? schema : schema.put("description", text);
    }

    private static ObjectNode typed(String type) {
        return json("{}").put("type", type);
    }

    private static ObjectNode json(String text) {
        return Wire.mapper().readValue(text, ObjectNode.class);
    }
}
