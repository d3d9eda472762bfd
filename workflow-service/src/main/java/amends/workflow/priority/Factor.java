package amends.workflow.priority;

import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.Optional;

/// One reason why a complaint may be urgent. A new kind is a class of its own and a line here.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WordsFactor.class, name = "words"),
    @JsonSubTypes.Type(value = TierFactor.class, name = "tier"),
    @JsonSubTypes.Type(value = ContactsFactor.class, name = "contacts"),
    @JsonSubTypes.Type(value = ComplainsAgainFactor.class, name = "complains-again"),
    @JsonSubTypes.Type(value = RisingFactor.class, name = "rising"),
    @JsonSubTypes.Type(value = WaitingFactor.class, name = "waiting"),
    @JsonSubTypes.Type(value = BrokenPromiseFactor.class, name = "broken-promise"),
    @JsonSubTypes.Type(value = EscalationFactor.class, name = "escalation"),
    @JsonSubTypes.Type(value = ChannelFactor.class, name = "channel")
})
interface Factor {

    FactorName factor();

    /// Absent when it does not apply.
    Optional<PriorityFactor> weigh(Situation situation);
}
