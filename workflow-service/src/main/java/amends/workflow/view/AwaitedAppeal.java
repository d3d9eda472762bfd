package amends.workflow.view;

import java.util.stream.Stream;

/// A review that its agent appealed against and nobody has decided.
public record AwaitedAppeal(BoardRow complaint, ReviewRow review) {

    static Stream<AwaitedAppeal> of(CaseFile file) {
        return CareFold.over(file.timeline()).reviews().stream()
                .filter(ReviewRow::isAppealed)
                .map(review -> new AwaitedAppeal(file.row(), review));
    }
}
