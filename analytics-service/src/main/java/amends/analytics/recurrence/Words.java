package amends.analytics.recurrence;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.IOUtils;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The telling words of a text. A language's dictionary is loaded when its first text comes.
public final class Words {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 60;

    private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

    /// Returns each different word once, in the order of the text.
    ///
    /// @param language a BCP 47 tag
    public List<Term> of(String text, String language) {
        String plain = Normalizer.normalize(shortened(text), Normalizer.Form.NFKC);
        String primary = Locale.forLanguageTag(language).getLanguage();
        Map<String, Term> terms = new LinkedHashMap<>();
        for (Token token : tokens(plain, primary)) {
            if (isTelling(token.stem())) {
                terms.putIfAbsent(
                        token.stem(),
                        new Term(token.stem(), plain.substring(token.start(), token.end())));
            }
        }
        return terms.values().stream().limit(MOST_WORDS).toList();
    }

    private record Token(String stem, int start, int end) {

        /// A lone character in front of a word belongs to it: 異 and 音 are 異音, an unusual noise.
        boolean isPrefixOf(Token next) {
            return stem.length() == 1
                    && Character.isIdeographic(stem.codePointAt(0))
                    && Character.isIdeographic(next.stem.codePointAt(0))
                    && end == next.start;
        }

        Token with(Token next) {
            return new Token(stem + next.stem, start, next.end);
        }
    }

    private List<Token> tokens(String plain, String language) {
        Analyzer analyzer = analyzers.computeIfAbsent(language, Words::analyzer);
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("concern", plain)) {
            CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                Token next = new Token(stem.toString(), place.startOffset(), place.endOffset());
                boolean joined =
                        language.equals("ja")
                                && !tokens.isEmpty()
                                && tokens.getLast().isPrefixOf(next);
                tokens.add(joined ? tokens.removeLast().with(next) : next);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static Analyzer analyzer(String language) {
        return switch (language) {
            case "ja" -> new JapaneseAnalyzer();
            case "zh" -> new SmartChineseAnalyzer();
            case "en" -> new EnglishAnalyzer(englishStopWords());
            default -> new StandardAnalyzer();
        };
    }

    /// More than the analyzer's own: pronouns and question words tell nothing either.
    private static CharArraySet englishStopWords() {
        try (Reader list =
                IOUtils.getDecodingReader(
                        IOUtils.requireResourceNonNull(
                                SnowballFilter.class.getResourceAsStream("english_stop.txt"),
                                "english_stop.txt"),
                        StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Numbers, and single letters, tell nothing about what hurts.
    private static boolean isTelling(String word) {
        boolean ideograph = word.codePoints().anyMatch(Character::isIdeographic);
        return word.length() <= LONGEST_WORD
                && (word.length() > 1 || ideograph)
                && word.codePoints().anyMatch(Character::isLetter);
    }
}
