package amends.intake.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// @param instance tells this intake apart from others beside it
/// @param patience how long workflow may take to answer before a contact is missing
/// @param saved how often the books are written to their topic
@ConfigurationProperties("amends.intake.ledger")
record LedgerSettings(
        @DefaultValue("intake-1") String instance,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("1s") Duration saved) {

    private static final int LONGEST_INSTANCE = 20;

    LedgerSettings {
        if (!instance.matches("[A-Za-z0-9._-]{1," + LONGEST_INSTANCE + "}")) {
            throw new IllegalArgumentException(
                    "amends.intake.ledger.instance has 1 to "
                            + LONGEST_INSTANCE
                            + " letters, digits, dots, hyphens or underscores");
        }
    }
}
