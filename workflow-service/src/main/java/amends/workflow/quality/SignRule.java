package amends.workflow.quality;

import amends.contracts.quality.ServiceSign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// When an event is a sign of bad service. A new kind is a class of its own and a line here.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClockBreachedRule.class, name = "clock-breached"),
    @JsonSubTypes.Type(value = HandedOnWithoutHelpRule.class, name = "handed-on-without-help"),
    @JsonSubTypes.Type(value = HandoversRule.class, name = "handovers"),
    @JsonSubTypes.Type(value = ReworksRule.class, name = "reworks"),
    @JsonSubTypes.Type(
            value = PromiseBrokenWithoutAWordRule.class,
            name = "promise-broken-without-a-word")
})
interface SignRule {

    ServiceSign sign();

    boolean isShownBy(Moment moment);
}
