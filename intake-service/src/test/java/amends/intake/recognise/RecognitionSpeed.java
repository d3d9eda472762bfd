package amends.intake.recognise;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.LanguageTag;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// How long a thread works on recognition alone, without waits: started by hand.
final class RecognitionSpeed {

    private static final int ROUNDS = 5;
    private static final int TIMES = 200_000;
    private static final String WORDS =
            "The washing machine stops before the spin cycle every single time. I have followed the"
                + " manual exactly, cleaned the filter and called your line twice, where I waited"
                + " for half an hour. Please send somebody or replace it.";
    private static final String PLAIN =
            "Thank you for the quick answer of last week. I have read the manual again and asked my"
                + " neighbour, who owns the same one, and we both think that the programme takes"
                + " longer than it did with the older model.";
    private static final String JAPANESE = "走行中に突然エンジンが止まることが何度もあります。販売店に相談しましたが、再現しないと言われました。";
    private static final String FACTS = "$129.90, 3 November, Kettle K2, Shibuya, refund";

    private RecognitionSpeed() {}

    public static void main(String[] arguments) {
        Recogniser recogniser =
                new Recogniser(
                        ZoneId.of("Asia/Tokyo"), Map.of(new BrandName("B"), List.of("Kettle K2")));
        for (String text : List.of(WORDS, PLAIN, JAPANESE, FACTS)) {
            String language = text.equals(JAPANESE) ? "ja" : "en";
            Circumstances known =
                    new Circumstances(
                            new BrandName("B"),
                            false,
                            new LanguageTag(language),
                            "US",
                            Instant.parse("2026-11-22T11:00:00Z"));
            for (int round = 0; round < ROUNDS; round++) {
                long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                int found = 0;
                for (int i = 0; i < TIMES; i++) {
                    found += recogniser.look(text, known) == null ? 0 : 1;
                }
                long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
                System.out.printf(
                        "%4d characters, %d found: %,d ns%n",
                        text.length(), found / TIMES, took / TIMES);
            }
        }
    }
}
