package amends.intake.ledger;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    Conservation conservation(LedgerSettings settings, MeterRegistry meters, InstantSource clock) {
        Conservation books = new Conservation(settings.instance(), settings.patience());
        Gauge.builder("amends.intake.missing", () -> books.missing(clock.instant()).count())
                .description("Inputs about which workflow should have answered long ago")
                .register(meters);
        return books;
    }

    @Bean
    BookKeeper bookKeeper(
            Conservation books,
            MongoDatabase database,
            LedgerSettings settings,
            InstantSource clock) {
        return new BookKeeper(books, new BookShelf(database, books), settings.saved(), clock);
    }
}
