package amends.notification.survey;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.net.URI;
import java.time.Duration;

/// @param publicUrl under which customers reach the platform
/// @param validity how long a link can be used
@ConfigurationProperties("amends.survey")
record SurveySettings(URI publicUrl, Duration validity) {}
