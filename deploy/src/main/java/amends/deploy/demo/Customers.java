package amends.deploy.demo;

import amends.deploy.call.Api;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Complain through the public door and answer when they are asked.
final class Customers {

    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/survey/[\\w.~%-]+)");
    private static final double SOLVED = 0.8;
    private static final double WRITES_AGAIN = 0.15;

    private final Api intake;
    private final Api mails;
    private final Api door;
    private final RandomGenerator random;
    private final List<Story> stories = Story.all();
    private final Set<String> seen = new HashSet<>();

    Customers(URI gateway, String integrationKey, URI mailSink, RandomGenerator random) {
        this.intake = Api.withKey(gateway, integrationKey);
        this.mails = Api.at(mailSink);
        this.door = Api.at(gateway);
        this.random = random;
    }

    /// Somebody new complained at some time; some write a second time, now, about the same.
    String complain(Instant at) {
        Story story = Person.oneOf(stories, random);
        Person person = Person.random(story.language(), random);
        String conversation = UUID.randomUUID().toString();
        intake.post(
                "/api/intake/complaints", contact(story, person, conversation, story.text(), at));
        if (random.nextDouble() < WRITES_AGAIN) {
            String text = again(story.language());
            intake.post(
                    "/api/intake/complaints",
                    contact(story, person, conversation, text, Instant.now()));
        }
        return story.subject();
    }

    private static Map<String, Object> contact(
            Story story, Person person, String conversation, String text, Instant at) {
        Map<String, Object> customer =
                new HashMap<>(Map.of("name", person.name(), "email", person.email()));
        if (story.tier() != null) {
            customer.put("tier", story.tier());
        }
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "conversation", conversation,
                "receivedAt", at.toString(),
                "channel", story.channel(),
                "language", story.language(),
                "product", story.product(),
                "subject", story.subject(),
                "text", text,
                "customer", customer);
    }

    private static String again(String language) {
        return switch (language) {
            case "ja" -> "まだお返事がありません。いつまで待てばよいのですか。";
            case "zh" -> "怎么还没有回复？到底要等到什么时候？";
            default -> "I still have not heard from you. How long do I have to wait?";
        };
    }

    /// Reads the newest mails and follows the links of those that ask. Returns how many surveys
    /// were answered.
    int answerSurveys() {
        int answered = 0;
        for (JsonNode mail : mails.get("/mails?limit=200").path("items")) {
            String id = mail.path("id").asString("");
            if (seen.add(id)) {
                Matcher link = LINK.matcher(mails.get("/mails/" + id).path("text").asString(""));
                if (link.find()) {
                    door.postForm(link.group(1), answer());
                    answered++;
                }
            }
        }
        return answered;
    }

    private String answer() {
        boolean solved = random.nextDouble() < SOLVED;
        int satisfaction = solved ? 3 + random.nextInt(3) : 1 + random.nextInt(2);
        int effort = solved ? 1 + random.nextInt(3) : 4 + random.nextInt(4);
        int recommendation = solved ? 6 + random.nextInt(5) : random.nextInt(6);
        return "solved="
                + (solved ? "yes" : "no")
                + "&satisfaction="
                + satisfaction
                + "&effort="
                + effort
                + "&recommendation="
                + recommendation;
    }
}
