package amends.notification.survey;

import amends.notification.log.DeliveryLog;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

import java.nio.file.Path;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SurveySettings.class)
class SurveyConfiguration {

    @Bean
    SurveyTokens surveyTokens(
            @Value("${amends.link-secret}") String secret,
            @Value("${amends.state-dir}") Path stateDir) {
        return new SurveyTokens(LinkSecret.of(secret, stateDir));
    }

    @Bean
    SurveyLinks surveyLinks(SurveySettings settings, SurveyTokens tokens) {
        return new SurveyLinks(settings.publicUrl(), settings.validity(), tokens);
    }

    @Bean
    SurveyPages surveyPages() {
        return new SurveyPages();
    }

    @Bean
    SurveyAnswers surveyAnswers(KafkaTemplate<String, byte[]> kafka, DeliveryLog log) {
        return new SurveyAnswers(kafka, log);
    }
}
