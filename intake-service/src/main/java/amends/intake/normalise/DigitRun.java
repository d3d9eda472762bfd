package amends.intake.normalise;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Digits that follow each other, half or full width, with at most one separator between two.
///
/// @param digits how many there are
record DigitRun(String text, int start, int end, int digits) {

    private static final String JOINTS = "-.\u2010\u2011\u2012\u2013\u2014\u2212ー－";
    private static final String SEPARATORS = " \u00a0　" + JOINTS;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_NUMBER = 19;
    private static final int SHORTEST_NUMBER = 12;

    /// As a card's number is printed at most.
    private static final int MOST_GROUPS = 5;

    /// Digits with nothing between them.
    private record Group(int start, int end) {

        int length() {
            return end - start;
        }
    }

    /// Some groups of a run that may be one number.
    ///
    /// @param plain its digits in ASCII
    /// @param groups how many digits each group has
    /// @param staying how many digits at its end may be shown
    /// @param whole no further digits stand beside it
    record Span(
            int start, int end, String plain, List<Integer> groups, boolean whole, int staying) {

        Span keeping(int digits) {
            return new Span(start, end, plain, groups, whole, digits);
        }
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    static boolean isSeparator(char c) {
        return SEPARATORS.indexOf(c) >= 0;
    }

    /// At least as many as the run that a place lies in or touches has.
    static int digitsAround(String text, int at) {
        return (isDigit(text.charAt(at)) ? 1 : 0) + digits(text, at, -1) + digits(text, at, 1);
    }

    private static int digits(String text, int from, int step) {
        int digits = 0;
        boolean separated = false;
        for (int i = from + step; i >= 0 && i < text.length(); i += step) {
            if (isDigit(text.charAt(i))) {
                digits++;
                separated = false;
            } else if (separated || SEPARATORS.indexOf(text.charAt(i)) < 0) {
                break;
            } else {
                separated = true;
            }
        }
        return digits;
    }

    /// @param start where its first digit stands
    static DigitRun at(String text, int start) {
        int digits = 0;
        int end = start;
        for (int next = start; next < text.length() && isDigit(text.charAt(next)); ) {
            end = next;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            digits += end - next;
            next = end < text.length() && SEPARATORS.indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
            if (next == end) {
                break;
            }
        }
        return new DigitRun(text, start, end, digits);
    }

    /// An id, a hash or a telephone number: letters or a plus sign touch these digits, or others
    /// that no space parts from them.
    static boolean isPartOfAWord(String within, int start, int end) {
        int first = edge(within, start, -1);
        boolean escaped = first > 1 && within.charAt(first - 2) == '\\'; // the n of a line end
        char before = first == 0 || escaped ? ' ' : within.charAt(first - 1);
        int last = edge(within, end - 1, 1) + 1;
        char after = last == within.length() ? ' ' : within.charAt(last);
        return before == '+'
                || before == '_'
                || isLetter(before)
                || after == '_'
                || isLetter(after);
    }

    /// The last digit from here on that no space parts from this one.
    private static int edge(String text, int from, int step) {
        int at = from;
        int next = digitBeside(text, at, step);
        while (next >= 0 && Math.abs(next - from) <= LONGEST_WORD) {
            at = next;
            next = digitBeside(text, at, step);
        }
        return at;
    }

    /// The next digit, behind a joint at most; −1 when there is none.
    private static int digitBeside(String text, int at, int step) {
        int next = at + step;
        if (isIn(text, next) && JOINTS.indexOf(text.charAt(next)) >= 0) {
            next += step;
        }
        return isIn(text, next) && isDigit(text.charAt(next)) ? next : -1;
    }

    private static boolean isIn(String text, int at) {
        return at >= 0 && at < text.length();
    }

    /// Goes through all that are as long as a number can be, from the left; they may overlap. A run
    /// may be as long as a mail, so only the few groups that one number can have are held.
    void eachSpan(Consumer<Span> use) {
        Deque<Group> window = new ArrayDeque<>(MOST_GROUPS);
        for (Group next = group(start); next != null || !window.isEmpty(); ) {
            while (next != null && window.size() < MOST_GROUPS) {
                window.addLast(next);
                next = next.end() < end ? group(next.end() + 1) : null;
            }
            spansOf(List.copyOf(window), use);
            window.removeFirst();
        }
    }

    private void spansOf(List<Group> window, Consumer<Span> use) {
        int length = 0;
        for (int last = 0; last < window.size() && length <= LONGEST_NUMBER; last++) {
            length += window.get(last).length();
            if (length >= SHORTEST_NUMBER && length <= LONGEST_NUMBER) {
                use.accept(span(window.subList(0, last + 1)));
            }
        }
    }

    /// The one that begins here.
    private Group group(int from) {
        int to = from;
        while (to < end && isDigit(text.charAt(to))) {
            to++;
        }
        return new Group(from, to);
    }

    private Span span(List<Group> some) {
        StringBuilder plain = new StringBuilder();
        for (Group group : some) {
            for (int i = group.start(); i < group.end(); i++) {
                plain.append((char) ('0' + Character.digit(text.charAt(i), 10)));
            }
        }
        int from = some.getFirst().start();
        int to = some.getLast().end();
        return new Span(
                from,
                to,
                plain.toString(),
                some.stream().map(Group::length).toList(),
                from == start && to == end,
                0);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
