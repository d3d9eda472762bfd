package amends.intake.web;

import amends.contracts.identity.IdentityFilter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.time.InstantSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebSettings.class, OpenSettings.class})
class WebConfiguration {

    @Bean
    IdentityFilter identities(
            @Value("${amends.identity.public-key}") Path publicKey, InstantSource clock) {
        return IdentityFilter.behindGateway(publicKey, "/api/intake", clock);
    }
}
