package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;
import amends.workflow.words.WholeWords;

import java.util.ArrayList;
import java.util.List;

/// WORDS THAT SHOUT. What is blacked out by one repeated letter does not.
///
/// @param from how many make it a sign
record CapitalsSign(SignName sign, int points, int from) implements Sign {

    private static final int LEAST_LETTERS = 3;
    private static final int MOST_EVIDENCE = 3;

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        List<EvidenceTerm> shouted = shoutedIn(seen.now().words().words());
        return shouted.size() >= from
                ? shouted.stream().distinct().limit(MOST_EVIDENCE).toList()
                : List.of();
    }

    private static List<EvidenceTerm> shoutedIn(String words) {
        List<EvidenceTerm> shouted = new ArrayList<>();
        for (int begin = 0, end; begin < words.length(); begin = end + 1) {
            end = endOfCapitals(words, begin);
            if (end - begin >= LEAST_LETTERS
                    && end - begin <= EvidenceTerm.LONGEST
                    && WholeWords.isWhole(words, begin, end)
                    && !isOneLetter(words.substring(begin, end))) {
                shouted.add(new EvidenceTerm(words.substring(begin, end)));
            }
        }
        return shouted;
    }

    private static int endOfCapitals(String words, int begin) {
        int end = begin;
        while (end < words.length() && Character.isUpperCase(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOneLetter(String word) {
        return word.chars().allMatch(each -> each == word.charAt(0));
    }
}
