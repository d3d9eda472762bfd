package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// WORDS THAT SHOUT. What is blacked out by one repeated letter does not.
///
/// @param from how many make it a sign
record CapitalsSign(SignName sign, int points, int from) implements Sign {

    private static final Pattern SHOUTED = Pattern.compile("\\b(\\p{Lu})(?!\\1+\\b)\\p{Lu}{2,}\\b");
    private static final int MOST_EVIDENCE = 3;

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        List<EvidenceTerm> shouted =
                SHOUTED.matcher(seen.now().words())
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> word.length() <= EvidenceTerm.LONGEST)
                        .map(EvidenceTerm::new)
                        .toList();
        return shouted.size() >= from
                ? shouted.stream().distinct().limit(MOST_EVIDENCE).toList()
                : List.of();
    }
}
