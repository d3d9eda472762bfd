package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;

/// Marks that are set again and again, such as `!`.
///
/// @param from how many make it a sign
record MarksSign(SignName sign, int points, List<String> marks, int from) implements Sign {

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        long count =
                seen.now()
                        .words()
                        .codePoints()
                        .filter(each -> marks.contains(Character.toString(each)))
                        .count();
        return count >= from
                ? List.of(new EvidenceTerm(count + " " + marks.getFirst()))
                : List.of();
    }
}
