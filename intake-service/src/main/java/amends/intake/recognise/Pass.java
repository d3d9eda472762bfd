package amends.intake.recognise;

import amends.contracts.contact.Suggested;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;

/// One way through a text, from its first character to its last.
final class Pass {

    private static final String JOINS = "-/.:,_";

    private final String text;
    private final List<Lexicon> lexicons;
    private final Dictionaries dictionaries;
    private final Circumstances circumstances;
    private final ZoneId zone;
    private final Amounts amounts;
    private final Findings findings = new Findings();
    private @Nullable Habit habit;

    Pass(
            String text,
            List<Lexicon> lexicons,
            Dictionaries dictionaries,
            Circumstances circumstances,
            ZoneId zone) {
        this.text = text;
        this.lexicons = lexicons;
        this.dictionaries = dictionaries;
        this.circumstances = circumstances;
        this.zone = zone;
        this.amounts = new Amounts(text, circumstances.language().value(), circumstances.region());
    }

    @Nullable Suggested suggested() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Script.isSpacedLetter(c)) {
                at = word(at);
            } else if (Script.isUnspaced(c)) {
                at = character(at, c);
            } else if (Script.isDigit(c)) {
                at = number(at);
            } else {
                at++;
            }
        }
        return findings.suggested();
    }

    private int word(int from) {
        int key = 0;
        int at = from;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!Script.isPartOfWord(c)) {
                break;
            }
            key = 31 * key + Lexicon.small(c);
        }
        return Math.max(at, lookedUp(from, Lexicon.spread(key), at));
    }

    private int character(int at, char c) {
        return lookedUp(at, Lexicon.spread(c), at + 1);
    }

    /// @return behind what was found, else `otherwise`
    private int lookedUp(int at, int key, int otherwise) {
        for (int i = 0; i < lexicons.size(); i++) {
            Lexicon.Entry entry = lexicons.get(i).at(text, at, key);
            if (entry != null) {
                return take(entry.term(), at, at + entry.spelling().length());
            }
        }
        return otherwise;
    }

    private int number(int at) {
        Day day = dictionaries.days().atDigit(text, at, habit());
        if (day != null) {
            return take(day);
        }
        Amounts.Amount amount = amounts.atDigit(at);
        if (amount != null) {
            findings.amount(amount, text.substring(amount.start(), amount.end()));
            return amount.end();
        }
        return Math.max(lookedUp(at, Lexicon.key(text, at), at), afterNumber(at));
    }

    /// Behind all that belongs to it: an order, a telephone, a version is no two numbers.
    private int afterNumber(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean joined =
                    JOINS.indexOf(c) >= 0
                            && at + 1 < text.length()
                            && Script.isDigit(text.charAt(at + 1));
            if (!joined && !Script.isPartOfWord(c)) {
                break;
            }
            at++;
        }
        return at;
    }

    private int take(Day day) {
        findings.date(day.date(), text.substring(day.start(), day.end()));
        return day.end();
    }

    /// @return behind all that belongs to it
    private int take(Term term, int at, int end) {
        switch (term) {
            case Term.Place place -> {
                if (Script.firstAt(text, end, dictionaries.noPlaceBefore()) == null) {
                    findings.place(place.area(), text.substring(at, end));
                }
            }
            case Term.Product product -> findings.product(product.name(), text.substring(at, end));
            case Term.Hurt hurt -> hurts(hurt, at, end);
            case Term.Wish wish -> wishes(wish, at, end);
            case Term.DaysAgo ago ->
                    findings.date(
                            habit().received().minusDays(ago.days()), text.substring(at, end));
            case Term.Month month -> {
                Day day = dictionaries.days().afterMonth(text, at, end, month.number(), habit());
                return day == null ? end : take(day);
            }
            case Term.Nothing _ -> {}
        }
        return end;
    }

    private void hurts(Term.Hurt hurt, int at, int end) {
        if (findings.lacks(hurt.kind())) {
            Sentence sentence = Sentence.around(text, at, end);
            if (!dictionaries.wishes().isAbsent(text, sentence, at, end)) {
                findings.concern(hurt.kind(), sentence.words());
            }
        }
    }

    private void wishes(Term.Wish wish, int at, int end) {
        if (findings.lacks(wish.kind())) {
            Sentence sentence = Sentence.around(text, at, end);
            if (dictionaries.wishes().isWished(text, sentence, at, end, wish.plain())) {
                findings.demand(wish.kind(), sentence.words());
            }
        }
    }

    private Habit habit() {
        Habit known = habit;
        if (known == null) {
            known =
                    Habit.of(
                            circumstances.receivedAt().atZone(zone).toLocalDate(),
                            circumstances.language().value(),
                            circumstances.region());
            habit = known;
        }
        return known;
    }
}
