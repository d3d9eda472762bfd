package amends.deploy.e2e;

import static org.awaitility.Awaitility.await;

import amends.deploy.local.LocalPlatform;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// A customer with a mailbox, who follows the links in his mails.
record Customer(LocalPlatform platform, String address) {

    private static final Pattern SURVEY_LINK = Pattern.compile("http\\S+(/survey/[\\w.~-]+)");

    JsonNode firstMail() {
        return await().atMost(Duration.ofSeconds(60))
                .until(this::mails, mails -> !mails.isEmpty())
                .getLast();
    }

    void answerFollowUp(int round, String form) {
        String link =
                await().atMost(Duration.ofSeconds(60))
                        .until(this::surveyLinks, links -> links.size() >= round)
                        .get(round - 1);
        Api browser = Api.anybody(platform.gateway());
        browser.get(link).expect(200);
        browser.post(
                        link,
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString(form),
                        Duration.ofSeconds(20))
                .expect(200);
    }

    /// Oldest first.
    private List<String> surveyLinks() {
        return mails().reversed().stream()
                .map(mail -> SURVEY_LINK.matcher(mail.path("text").asString()))
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    /// Newest first.
    private List<JsonNode> mails() {
        Api sink = Api.anybody(platform.mails());
        JsonNode list = sink.get("/mails").expect(200).json();
        return StreamSupport.stream(
                        (list.isArray() ? list : list.path("items")).spliterator(), false)
                .filter(mail -> mail.toString().contains(address))
                .map(mail -> sink.get("/mails/" + mail.path("id").asString()).expect(200).json())
                .toList();
    }
}
