package amends.workflow.stream;

import amends.contracts.authority.GrantEvent;
import amends.contracts.authority.GrantEvent.GrantAsked;
import amends.contracts.authority.RecordedGrant;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand.ProposeSolution;
import amends.contracts.complaint.ComplaintCommand.WeighProposal;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.workflow.authority.AuthorityPolicy;
import amends.workflow.authority.CustomerGrants;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// The one keeper of each customer's ledger of grants: sends proposals back to their complaints
/// with what the customer was granted elsewhere.
final class GrantsProcessor implements Processor<String, byte[], String, Message> {

    static final String GRANTS = "grants";

    /// As long as the commands are kept that settle them.
    private static final Duration QUESTIONS_KEPT = Duration.ofDays(7);

    private final Supplier<AuthorityPolicy> policy;
    private ProcessorContext<String, Message> context;
    private KeyValueStore<String, CustomerGrants> ledgers;
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
    GrantsProcessor(Supplier<AuthorityPolicy> policy) {
        this.policy = policy;
    }

    @Override
    public void init(ProcessorContext<String, Message> processorContext) {
        context = processorContext;
        ledgers = context.getStateStore(GRANTS);
        outbox = new Outbox(processorContext, WorkflowTopology.LEDGER);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordedGrant recorded = Wire.read(record.value(), Topics.GRANTS.type());
        String customer = recorded.customer().value();
        CustomerGrants ledger = known(customer, recorded.at());
        switch (recorded.event()) {
            case GrantAsked asked -> {
                CommandRequest answer = answer(asked, ledger);
                ledgers.put(customer, ledger.with(asked));
                outbox.send(Topics.COMMANDS, answer);
                context.commit(); // somebody waits for the decision
            }
            case GrantEvent.GrantsStand stand ->
                    ledgers.put(customer, ledger.with(recorded.complaint(), stand));
        }
    }

    private CustomerGrants known(String customer, Instant at) {
        CustomerGrants known = ledgers.get(customer);
        return known == null
                ? CustomerGrants.NONE
                : known.since(policy.get().countsSince(at), at.minus(QUESTIONS_KEPT));
    }

    private CommandRequest answer(GrantAsked asked, CustomerGrants ledger) {
        CommandRequest request = asked.proposal();
        if (!(request.command() instanceof ProposeSolution proposal)) {
            throw new IllegalArgumentException("Only proposals are weighed; send no others");
        }
        BigDecimal elsewhere =
                ledger.elsewhere(
                        request.complaintId(),
                        asked.grant().currency(),
                        policy.get().countsSince(request.at()));
        return new CommandRequest(
                request.complaintId(),
                request.correlation(),
                request.at(),
                request.actor(),
                request.expectedVersion(),
                new WeighProposal(proposal.remedy(), proposal.explanation(), elsewhere));
    }
}
