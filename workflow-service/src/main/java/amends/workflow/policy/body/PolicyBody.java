package amends.workflow.policy.body;

import amends.contracts.policy.PublishedPolicy;
import amends.contracts.wire.Wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads policy bodies strictly: a misspelt key is an error and not a rule silently ignored. A list
/// left out is an empty one.
public final class PolicyBody {

    private static final JsonMapper STRICT =
            Wire.mapper()
                    .rebuild()
                    .withConfigOverride(List.class, PolicyBody::emptyWhenLeftOut)
                    .withConfigOverride(Set.class, PolicyBody::emptyWhenLeftOut)
                    .withConfigOverride(Map.class, PolicyBody::emptyWhenLeftOut)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private PolicyBody() {}

    private static void emptyWhenLeftOut(MutableConfigOverride collection) {
        collection.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    /// @throws InvalidPolicy when the body does not have the shape of `type`
    public static <T> T read(PublishedPolicy policy, Class<T> type) {
        try {
            return STRICT.treeToValue(policy.body(), type);
        } catch (JacksonException e) {
            throw new InvalidPolicy(
                    policy.version().name(), e.getOriginalMessage(), pointer(e.getPath()), e);
        }
    }

    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(
                        step ->
                                step.getPropertyName() == null
                                        ? "/" + step.getIndex()
                                        : "/" + escaped(step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
