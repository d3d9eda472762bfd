package amends.workflow.web;

import amends.contracts.identity.IdentityFilter;
import amends.contracts.wire.Wire;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.InstantSource;

/// HTTP speaks the same JSON as the topics, with those whom the gateway let in.
@Configuration
class WebConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return Wire.mapper()
                .rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    @Bean
    FilterRegistrationBean<IdentityFilter> identities(
            @Value("${amends.identity.public-key}") Path publicKey, InstantSource clock) {
        FilterRegistrationBean<IdentityFilter> registration =
                new FilterRegistrationBean<>(
                        IdentityFilter.behindGateway(publicKey, "/api", clock));
        registration.setOrder(0);
        return registration;
    }
}
