package amends.workflow.routing;

import amends.contracts.routing.Skill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Skills and how well they are mastered, from [#LOWEST] upwards; in a policy `[billing]` or
/// `{billing: 3}`.
public record SkillLevels(SortedMap<Skill, Integer> levels) {

    static final int LOWEST = 1;
    static final SkillLevels NONE = new SkillLevels(Map.of());

    public SkillLevels(Map<Skill, Integer> levels) {
        this(new TreeMap<>(levels));
    }

    public SkillLevels {
        if (levels.values().stream().anyMatch(level -> level < LOWEST)) {
            throw new IllegalArgumentException(
                    "a level of a skill is %d or more".formatted(LOWEST));
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SkillLevels parse(JsonNode json) {
        SortedMap<Skill, Integer> levels = new TreeMap<>();
        if (json.isArray()) {
            json.valueStream().forEach(each -> levels.put(new Skill(each.stringValue()), LOWEST));
        } else {
            json.properties()
                    .forEach(
                            each ->
                                    levels.put(
                                            new Skill(each.getKey()), each.getValue().intValue()));
        }
        return new SkillLevels(levels);
    }

    /// What it is read from.
    @JsonValue
    @Override
    public SortedMap<Skill, Integer> levels() {
        return levels;
    }

    /// @param lowest of those that must be mastered better than at all
    boolean meet(Collection<Skill> needed, Map<Skill, Integer> lowest) {
        return needed.stream()
                .allMatch(
                        skill ->
                                levels.getOrDefault(skill, 0)
                                        >= lowest.getOrDefault(skill, LOWEST));
    }

    /// Only those that must be mastered better than at all.
    SortedMap<Skill, Integer> above() {
        SortedMap<Skill, Integer> above = new TreeMap<>(levels);
        above.values().removeIf(level -> level == LOWEST);
        return above;
    }
}
