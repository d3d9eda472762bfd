package amends.intake.recognise;

import java.util.ArrayList;
import java.util.List;

/// The shipped dictionaries, ready to be looked up.
record Dictionaries(Lexicon words, Days days, Wishes wishes, List<String> noPlaceBefore) {

    static Dictionaries shipped() {
        Vocabulary vocabulary = Vocabulary.shipped();
        Vocabulary.Places places = Vocabulary.shippedPlaces();
        List<Lexicon.Entry> months = new ArrayList<>();
        for (int i = 0; i < vocabulary.months().size(); i++) {
            Term month = new Term.Month(i + 1);
            vocabulary
                    .months()
                    .get(i)
                    .forEach(word -> months.add(new Lexicon.Entry(word, false, month)));
        }
        return new Dictionaries(
                vocabulary.lexicon(places),
                new Days(new Lexicon(months)),
                new Wishes(vocabulary.wishes(), vocabulary.unwanted(), vocabulary.absent()),
                places.notBefore());
    }
}
