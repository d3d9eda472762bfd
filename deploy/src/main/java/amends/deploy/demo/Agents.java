package amends.deploy.demo;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Assessment;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.AcceptProposal;
import amends.contracts.complaint.ComplaintCommand.Approve;
import amends.contracts.complaint.ComplaintCommand.Assess;
import amends.contracts.complaint.ComplaintCommand.Clarify;
import amends.contracts.complaint.ComplaintCommand.DeclineProposal;
import amends.contracts.complaint.ComplaintCommand.ExecuteRemedy;
import amends.contracts.complaint.ComplaintCommand.HandOver;
import amends.contracts.complaint.ComplaintCommand.MakePromise;
import amends.contracts.complaint.ComplaintCommand.ProposeSolution;
import amends.contracts.complaint.ComplaintCommand.Reply;
import amends.contracts.complaint.ComplaintCommand.Resolve;
import amends.contracts.complaint.Concern;
import amends.contracts.complaint.Demand;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ResponsibleArea;
import amends.contracts.complaint.Verification;
import amends.contracts.contact.ProductName;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.Wire;
import amends.deploy.call.Api;
import amends.deploy.call.Refused;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Work through the board, one step of one complaint at a time, as the owner of each would.
///
/// The invented people have no passwords; so that several of them act, the demo tells workflow who
/// it is, signed as by the gateway.
final class Agents {

    private static final List<String> APPROVERS = List.of("johnson", "li");
    private static final Set<String> AWAITING = Set.of("assessed", "declined");
    private static final double ON_THE_SPOT = 0.15;
    private static final double HANDED_OVER = 0.05;
    private static final double PROMISED = 0.15;
    private static final double PROPOSAL_DECLINED = 0.15;

    private final URI workflow;
    private final IdentitySigner signer;
    private final Api reading;
    private final RandomGenerator random;
    private final Map<String, Api> agents = new HashMap<>();
    private final Map<String, Story> stories;

    Agents(URI workflow, IdentitySigner signer, RandomGenerator random) {
        this.workflow = workflow;
        this.signer = signer;
        this.reading = api("demo");
        this.random = random;
        this.stories = new HashMap<>();
        Story.all().forEach(story -> stories.put(story.subject(), story));
    }

    /// Returns what was done; nothing when there was nothing to do.
    Optional<String> work() {
        List<JsonNode> owned =
                reading.get("/board?limit=100")
                        .path("items")
                        .valueStream()
                        .filter(row -> row.has("owner"))
                        .toList();
        return owned.isEmpty() ? Optional.empty() : step(Person.oneOf(owned, random));
    }

    private Optional<String> step(JsonNode row) {
        String owner = row.path("owner").asString("");
        return approver(row)
                .map(approver -> act(approver, new Approve(), row))
                .orElseGet(() -> act(owner, next(row), row));
    }

    /// Somebody with authority who did not propose it, when a proposal waits for approval.
    private Optional<String> approver(JsonNode row) {
        if (!AWAITING.contains(row.path("status").asString(""))) {
            return Optional.empty();
        }
        JsonNode approval =
                reading.get("/complaints/" + row.path("id").asString("")).path("approval");
        String proposer = approval.at("/proposer/name").asString("");
        return approval.path("state").asString("").equals("waiting")
                ? APPROVERS.stream().filter(each -> !each.equals(proposer)).findFirst()
                : Optional.empty();
    }

    private Optional<String> act(String agent, ComplaintCommand command, JsonNode row) {
        String name = CommandName.of(command.getClass()).value();
        try {
            api(agent)
                    .post("/complaints/" + row.path("id").asString("") + "/" + name, body(command));
            return Optional.of(agent + " " + name + " " + row.path("reference").asString(""));
        } catch (Refused e) {
            // somebody was faster, or the state moved on meanwhile: a person would look again, too
            return Optional.empty();
        }
    }

    private Api api(String agent) {
        return agents.computeIfAbsent(
                agent,
                name ->
                        Api.as(
                                Identity.of(
                                        Actor.agent(new AgentId(name)),
                                        Role.AGENT,
                                        Role.SUPERVISOR),
                                signer,
                                workflow));
    }

    private static ObjectNode body(ComplaintCommand command) {
        ObjectNode json = Wire.mapper().valueToTree(command);
        json.remove("type");
        return json;
    }

    private ComplaintCommand next(JsonNode row) {
        String language = row.path("language").asString("en");
        Words words = Words.in(language.length() > 2 ? language.substring(0, 2) : language);
        return switch (row.path("status").asString("")) {
            case "clarified" ->
                    random.nextDouble() < PROMISED ? promise(words) : assess(row, words);
            case "assessed", "declined" -> propose(row, words);
            case "proposed" ->
                    random.nextDouble() < PROPOSAL_DECLINED
                            ? new DeclineProposal(new FreeText(words.decline()))
                            : new AcceptProposal();
            case "accepted" -> new ExecuteRemedy(new FreeText(words.done()));
            case "remedied" ->
                    new Resolve(false, Verification.WITH_EVIDENCE, new FreeText(words.summary()));
            default -> begin(row, words);
        };
    }

    private ComplaintCommand begin(JsonNode row, Words words) {
        double chance = random.nextDouble();
        if (chance < HANDED_OVER) {
            return new HandOver(null, new FreeText(words.handover()));
        }
        if (chance < ON_THE_SPOT) {
            return new Resolve(true, Verification.UNVERIFIED, new FreeText(words.summary()));
        }
        return isAnswered(row) ? clarify(row, words) : new Reply(new FreeText(words.greeting()));
    }

    private static boolean isAnswered(JsonNode row) {
        return row.path("clocks")
                .valueStream()
                .anyMatch(
                        clock ->
                                clock.path("clock").asString("").equals("first-human-reply")
                                        && clock.path("state").asString("").equals("met"));
    }

    private Clarify clarify(JsonNode row, Words wording) {
        String words = story(row).map(Story::text).orElse(row.path("title").asString("?"));
        String product = row.path("product").asString("");
        Demand.Kind kind = story(row).map(Story::demand).orElse(Demand.Kind.EXPLANATION);
        return new Clarify(
                new Concern(
                        new FreeText(words), product.isEmpty() ? null : new ProductName(product)),
                new Demand(kind, new FreeText(wording.demand())));
    }

    private Assess assess(JsonNode row, Words words) {
        var cause =
                story(row).map(Story::cause).orElse(amends.contracts.complaint.RootCause.PROCESS);
        String area = story(row).map(Story::area).orElse("service");
        return new Assess(
                new Assessment(
                        true,
                        true,
                        true,
                        cause,
                        new ResponsibleArea(area),
                        new FreeText(words.reasoning())));
    }

    private ProposeSolution propose(JsonNode row, Words words) {
        Currency yen = Currency.getInstance("JPY");
        Remedy remedy =
                switch (story(row).map(Story::demand).orElse(Demand.Kind.OTHER)) {
                    case REPAIR ->
                            new Remedy.Material(
                                    Remedy.MaterialKind.REPAIR, new BigDecimal(8000), yen);
                    case REPLACEMENT ->
                            new Remedy.Material(
                                    Remedy.MaterialKind.REPLACEMENT, new BigDecimal(9800), yen);
                    case REFUND ->
                            new Remedy.Material(
                                    Remedy.MaterialKind.REFUND, new BigDecimal(980), yen);
                    case COMPENSATION ->
                            new Remedy.Material(
                                    Remedy.MaterialKind.VOUCHER, new BigDecimal(3000), yen);
                    case IMPROVEMENT ->
                            new Remedy.ServiceImprovement(
                                    new ResponsibleArea(
                                            story(row).map(Story::area).orElse("service")));
                    case EXPLANATION, OTHER -> new Remedy.Moral(Remedy.MoralKind.LETTER);
                    case APOLOGY -> new Remedy.Moral(Remedy.MoralKind.APOLOGY);
                };
        return new ProposeSolution(remedy, new FreeText(words.proposal()));
    }

    private static MakePromise promise(Words words) {
        return new MakePromise(
                new FreeText(words.promise()), Instant.now().plus(Duration.ofDays(1)));
    }

    private Optional<Story> story(JsonNode row) {
        return Optional.ofNullable(stories.get(row.path("title").asString("")));
    }
}
