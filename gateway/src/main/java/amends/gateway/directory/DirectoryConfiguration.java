package amends.gateway.directory;

import amends.contracts.wire.Topics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.time.InstantSource;
import java.util.Map;

/// The topics, the clock, and how passwords are kept.
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    private static final String METHOD = "bcrypt";
    private static final int STRENGTH = 12;

    @Bean
    NewTopics accessTopicDefinitions() {
        return new NewTopics(
                Topics.ACCESS.definition(1),
                Topics.AUDIT.definition(1),
                Topics.deadLetters(Topics.ACCESS, 1));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// Bcrypt takes a quarter of a second and no memory; argon2 takes some 20 MB for each attempt,
    /// so that ten at a time would fill the gateway's heap. The method stands before each hash, so
    /// that another one can follow.
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                METHOD, Map.of(METHOD, new BCryptPasswordEncoder(STRENGTH)));
    }
}
