package amends.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class StoryTest {

    private static final Path ROUTING =
            Path.of("../workflow-service/src/main/resources/policies/routing.yaml");
    private static final Pattern PRODUCTS = Pattern.compile("product: \"(.+)\"}");

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en", "zh"})
    void somebodyComplainsAboutMoneyInEachLanguage(String language) throws IOException {
        Matcher rule = PRODUCTS.matcher(Files.readString(ROUTING));
        assertThat(rule.find()).isTrue();
        Pattern money = Pattern.compile(rule.group(1));
        assertThat(Story.all())
                .anySatisfy(
                        story -> {
                            assertThat(story.language()).isEqualTo(language);
                            assertThat(story.product()).containsPattern(money);
                        });
    }

    @Test
    void subjectsTellStoriesApart() {
        assertThat(Story.all()).extracting(Story::subject).doesNotHaveDuplicates();
    }
}
