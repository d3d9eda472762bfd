package amends.contracts.complaint;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.math.BigDecimal;
import java.util.Currency;

/// What is done to make amends.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Remedy {

    /// Something of material worth; `amount` is its value to the customer, in whole or decimal
    /// units of `currency`.
    record Material(MaterialKind kind, BigDecimal amount, Currency currency) implements Remedy {}

    /// Something that restores respect.
    record Moral(MoralKind kind) implements Remedy {}

    /// The service itself becomes better.
    record ServiceImprovement(ResponsibleArea area) implements Remedy {}

    /// The forms that a material remedy takes.
    enum MaterialKind {
        REFUND,
        DISCOUNT,
        REPLACEMENT,
        REPAIR,
        VOUCHER
    }

    /// The forms that a moral remedy takes.
    enum MoralKind {
        APOLOGY,
        LETTER,
        VISIT
    }
}
