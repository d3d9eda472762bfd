package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PersonName;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.workflow.complaint.Status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Invented rows of a board, the same ones for the same seed.
final class BoardRows {

    static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");
    private static final BrandName BRAND = new BrandName("Example");
    private static final List<String> QUEUES =
            List.of("safety", "escalation", "vip", "billing", "general");
    private static final List<String> TITLES =
            List.of(
                    "掃除機の使用中に煙が出て、手にやけどをしました",
                    "Charged twice for the same order, this is unacceptable",
                    "三次维修都没有解决，我要向消费者协会投诉",
                    "The washing machine stops before the spin cycle every single time");

    private final SplittableRandom random;

    BoardRows(long seed) {
        this.random = new SplittableRandom(seed);
    }

    BoardRow next(int number) {
        ChannelName channel = new ChannelName(any("email", "web", "phone", "chat"));
        ComplaintId id = ComplaintId.derive(BRAND, channel, String.valueOf(number));
        Instant received = NOW.minus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
        List<ClockRow> clocks =
                List.of(
                        clock("acknowledgement", received, 60),
                        clock("first-human-reply", received, 3 * 24 * 60),
                        clock("resolution", received, 20 * 24 * 60));
        return new BoardRow(
                id,
                id.reference(),
                random.nextInt(3) == 0 ? Status.CLARIFIED : Status.ACKNOWLEDGED,
                new QueueName(any(QUEUES.toArray(String[]::new))),
                random.nextInt(4) == 0 ? null : new AgentId("agent" + random.nextInt(40)),
                priority(),
                clocks,
                clocks.stream()
                        .filter(clock -> clock.state().isTicking())
                        .map(ClockRow::dueAt)
                        .min(Instant::compareTo)
                        .orElse(null),
                channel,
                new LanguageTag(any("ja", "en", "zh")),
                new ProductName("CleanAir " + random.nextInt(30)),
                new FreeText(any(TITLES.toArray(String[]::new))),
                new CustomerRow(
                        CustomerId.derive(BRAND, IdentifiedBy.EMAIL, String.valueOf(number)),
                        new PersonName("Customer No. " + number),
                        new CustomerTier(any("standard", "standard", "premium", "vip"))),
                received,
                received.plusSeconds(60),
                6,
                1 + random.nextInt(3),
                null,
                null,
                BRAND);
    }

    private ClockRow clock(String name, Instant start, int mostMinutes) {
        Instant due = start.plus(Duration.ofMinutes(1 + random.nextInt(mostMinutes)));
        ClockRow running =
                new ClockRow(
                        new ClockName(name),
                        ClockRow.State.RUNNING,
                        start,
                        start.plus(Duration.between(start, due).multipliedBy(3).dividedBy(4)),
                        due,
                        null,
                        null);
        return switch (random.nextInt(6)) {
            case 0 -> running.in(ClockRow.State.PAUSED);
            case 1, 2 -> running.met(due.minusSeconds(30));
            default -> running.asOf(NOW);
        };
    }

    private Priority priority() {
        PriorityLevel level = PriorityLevel.values()[random.nextInt(4)];
        int points = 100 - 30 * level.ordinal() + random.nextInt(25);
        return new Priority(
                level,
                points + 20,
                List.of(
                        factor("strong-emotion", points, "unacceptable"),
                        factor("customer-tier", 20, "premium")),
                new PolicyVersion(new PolicyName("priority"), 1));
    }

    private static PriorityFactor factor(String name, int points, String evidence) {
        return new PriorityFactor(
                new FactorName(name), points, List.of(new EvidenceTerm(evidence)));
    }

    private String any(String... choice) {
        return choice[random.nextInt(choice.length)];
    }
}
