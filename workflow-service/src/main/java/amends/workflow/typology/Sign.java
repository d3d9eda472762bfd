package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.List;

/// One thing that may speak for a type of customer. A new kind is a class of its own and a line
/// here.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WordsSign.class, name = "words"),
    @JsonSubTypes.Type(value = MarksSign.class, name = "marks"),
    @JsonSubTypes.Type(value = CapitalsSign.class, name = "capitals"),
    @JsonSubTypes.Type(value = LengthSign.class, name = "length"),
    @JsonSubTypes.Type(value = TierSign.class, name = "tier"),
    @JsonSubTypes.Type(value = ChannelSign.class, name = "channel"),
    @JsonSubTypes.Type(value = ContactsSign.class, name = "contacts"),
    @JsonSubTypes.Type(value = ComplainsAgainSign.class, name = "complains-again")
})
sealed interface Sign
        permits WordsSign,
                MarksSign,
                CapitalsSign,
                LengthSign,
                TierSign,
                ChannelSign,
                ContactsSign,
                ComplainsAgainSign {

    SignName sign();

    int points();

    /// The words or facts that show it in what is seen now; empty when it is not there.
    List<EvidenceTerm> evidence(Seen seen);

    /// How much it weighs, given its evidence.
    default int weight(List<EvidenceTerm> evidence) {
        return points();
    }
}
