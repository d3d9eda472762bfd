package amends.contracts.complaint;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Currency;

/// What is done to make amends.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Remedy {

    /// Something of material worth; `amount` is its value to the customer, in whole or decimal units of `currency`.
    record Material(Kind kind, BigDecimal amount, Currency currency) implements Remedy {

        /// The forms it takes.
        public enum Kind {
            REFUND,
            DISCOUNT,
            REPLACEMENT,
            REPAIR,
            VOUCHER
        }
    }

    /// Something that restores respect.
    record Moral(Kind kind) implements Remedy {

        /// The forms it takes.
        public enum Kind {
            APOLOGY,
            LETTER,
            VISIT
        }
    }

    /// The service itself becomes better.
    record ServiceImprovement(ResponsibleArea area) implements Remedy {}
}
