package amends.notification.delivery;

import amends.contracts.wire.Topics;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmtpSettings.class, SenderSettings.class})
class DeliveryConfiguration {

    private static final Duration FACT_PATIENCE = Duration.ofSeconds(30);
    private static final long IDLE_MILLIS = 200;

    @Bean
    EmailDelivery emailDelivery(SmtpSettings settings) {
        return new EmailDelivery(settings);
    }

    @Bean
    Facts facts(KafkaTemplate<String, byte[]> kafka) {
        return new KafkaFacts(kafka, FACT_PATIENCE);
    }

    @Bean
    Sender sender(
            Delivery delivery,
            Facts facts,
            Ledger ledger,
            Clock clock,
            SenderSettings settings,
            MeterRegistry registry) {
        RandomGenerator random = RandomGenerator.getDefault();
        Patience between = new Patience(settings.firstPause(), settings.longestPause(), random);
        return new Sender(
                delivery,
                facts,
                ledger,
                clock,
                settings,
                new SenderMetrics(registry),
                new Verdicts(delivery.name(), settings.attempts(), between),
                new Patience(Duration.ofMillis(500), settings.outagePause(), random));
    }

    /// The loop itself is no bean: Spring Boot would make it the rebalance listener of every
    /// listener in the service.
    @Bean
    SenderWakeUp senderWakeUp(Sender sender, ConsumerFactory<String, byte[]> consumers) {
        return new SenderWakeUp(new SenderLoop(sender, new OutcomesAhead(consumers)));
    }

    @Bean(SenderLoop.NAME)
    KafkaMessageListenerContainer<String, byte[]> senderContainer(
            SenderWakeUp wakeUp, ConsumerFactory<String, byte[]> consumers) {
        SenderLoop loop = wakeUp.loop();
        ContainerProperties properties = new ContainerProperties(Topics.NOTIFICATIONS.name());
        properties.setGroupId(SenderLoop.NAME);
        properties.setClientId(SenderLoop.NAME);
        // the sender itself says how far it is
        properties.setAckMode(AckMode.MANUAL);
        properties.setMessageListener(loop);
        properties.setConsumerRebalanceListener(loop);
        properties.setIdleEventInterval(IDLE_MILLIS);
        properties.setPollTimeout(IDLE_MILLIS);
        KafkaMessageListenerContainer<String, byte[]> container =
                new KafkaMessageListenerContainer<>(consumers, properties);
        loop.runsIn(container);
        return container;
    }
}
