package amends.contracts.routing;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.SortedSet;

/// What a complaint needs of whoever is to have it.
///
/// @param levels the lowest level of those skills that must be mastered better than at all
public record Needed(SortedSet<Skill> skills, @Nullable SortedMap<Skill, Integer> levels) {}
