package amends.deploy.demo;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Somebody invented who complains.
record Person(String name, String email) {

    private static final Map<String, List<String>> FAMILY =
            Map.of(
                    "ja", List.of("佐々木", "高橋", "伊藤", "渡辺", "中村", "小林", "加藤", "吉田"),
                    "en",
                            List.of(
                                    "Baker", "Clarke", "Dawson", "Ellis", "Foster", "Grant",
                                    "Hughes", "Irving"),
                    "zh", List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄"));

    private static final Map<String, List<String>> GIVEN =
            Map.of(
                    "ja", List.of("花子", "健太", "美咲", "大輔", "由美", "翔"),
                    "en", List.of("Alice", "Ben", "Chloe", "Daniel", "Emma", "Frank"),
                    "zh", List.of("伟", "芳", "娜", "敏", "静", "磊"));

    static Person random(String language, RandomGenerator random) {
        String family = oneOf(FAMILY.getOrDefault(language, List.of("Smith")), random);
        String given = oneOf(GIVEN.getOrDefault(language, List.of("Kim")), random);
        String name =
                language.equals("en")
                        ? given + " " + family
                        : language.equals("ja") ? family + " " + given : family + given;
        return new Person(name, language + random.nextInt(100_000) + "@customer.example");
    }

    static <T> T oneOf(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
