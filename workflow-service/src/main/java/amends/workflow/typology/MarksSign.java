package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;

/// Marks that are set again and again, such as `!`.
///
/// @param marks one character each
/// @param from how many make it a sign
record MarksSign(SignName sign, int points, List<String> marks, int from) implements Sign {

    MarksSign {
        marks = List.copyOf(marks);
        if (marks.stream().anyMatch(mark -> mark.length() != 1)) {
            throw new IllegalArgumentException("a mark is one character, not " + marks);
        }
    }

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        int count = marks.stream().mapToInt(mark -> count(mark, seen.now().words().words())).sum();
        return count >= from
                ? List.of(new EvidenceTerm(count + " " + marks.getFirst()))
                : List.of();
    }

    private static int count(String mark, String words) {
        int count = 0;
        for (int at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + 1)) {
            count++;
        }
        return count;
    }
}
