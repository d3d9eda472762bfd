package amends.analytics.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class WordsTest {

    private final Words words = new Words();

    @Test
    void endingsAndSmallWordsDoNotCount() {
        assertThat(stems("The fans were rattling at 3 each night", "en-GB"))
                .containsExactly("fan", "rattl", "night");
    }

    @Test
    void halfWidthAndFullWidthAreTheSame() {
        assertThat(stems("ｵﾙﾀﾈｰﾀｰ", "ja")).isEqualTo(stems("オルタネーター", "ja")).isNotEmpty();
    }

    @Test
    void aLoneCharacterBelongsToTheWordBehindIt() {
        assertThat(words.of("異音がする。", "ja")).extracting(Term::surface).contains("異音");
    }

    @Test
    void otherLanguagesAreSplitIntoWords() {
        assertThat(stems("空气净化器有烧焦味", "zh")).hasSizeGreaterThan(2);
        assertThat(stems("Der Lüfter klappert", "de")).contains("lüfter", "klappert");
    }

    @Test
    void numbersAloneTellNothing() {
        assertThat(stems("12345 2026", "en")).isEmpty();
        assertThat(stems("", "ja")).isEmpty();
    }

    private List<String> stems(String text, String language) {
        return words.of(text, language).stream().map(Term::stem).toList();
    }
}
