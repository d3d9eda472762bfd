package amends.intake.mailbox;

import amends.intake.SourceReaders;
import amends.intake.channel.EmailChannel;
import amends.intake.ledger.Remainders;
import amends.intake.publish.Floods;
import amends.intake.publish.Reception;

import com.mongodb.client.MongoDatabase;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxConfiguration {

    @Bean
    SourceReaders mailboxes(
            MailboxSettings settings,
            MongoDatabase database,
            EmailChannel channel,
            Floods floods,
            Reception reception,
            Remainders remainders,
            InstantSource clock) {
        MailboxPositions positions = new MailboxPositions(database);
        return new SourceReaders(
                () ->
                        settings.mailboxes().entrySet().stream()
                                .map(
                                        each ->
                                                new MailboxReader(
                                                        each.getKey(),
                                                        each.getValue(),
                                                        positions,
                                                        floods.within(channel),
                                                        reception,
                                                        remainders,
                                                        clock))
                                .toList());
    }
}
