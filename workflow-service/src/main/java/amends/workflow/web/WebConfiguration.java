package amends.workflow.web;

import amends.contracts.wire.Wire;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

import tools.jackson.databind.json.JsonMapper;

/// HTTP speaks the same JSON as the topics.
@Configuration
class WebConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return Wire.mapper()
                .rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }
}
