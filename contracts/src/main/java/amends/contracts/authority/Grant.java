package amends.contracts.authority;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/// Something of material worth that a customer was granted or shall be.
///
/// @param amount in whole or decimal units of `currency`
public record Grant(BigDecimal amount, Currency currency, Instant at) {}
