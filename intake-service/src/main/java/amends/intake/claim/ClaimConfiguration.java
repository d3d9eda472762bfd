package amends.intake.claim;

import amends.intake.SourceReaders;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.LedgerConsumers;
import amends.intake.ledger.Remainders;
import amends.intake.publish.Log;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;
import java.util.List;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaimSettings.class)
class ClaimConfiguration {

    @Bean
    Claims claims(
            Log log,
            LedgerConsumers consumers,
            Conservation books,
            Remainders remainders,
            InstantSource clock,
            ClaimSettings settings) {
        return new Claims(log, consumers, books, remainders, clock, settings.patience());
    }

    @Bean
    SourceReaders claimReaders(Claims claims, ClaimSettings settings) {
        return new SourceReaders(() -> List.of(new ClaimWatch(claims, settings.looked())));
    }
}
