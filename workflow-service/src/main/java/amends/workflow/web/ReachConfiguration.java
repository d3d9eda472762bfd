package amends.workflow.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Where brands and queues limit what somebody sees.
@Configuration(proxyBeanMethods = false)
class ReachConfiguration implements WebMvcConfigurer {

    private final OnlyWithinReach onlyWithinReach;

    ReachConfiguration(OnlyWithinReach onlyWithinReach) {
        this.onlyWithinReach = onlyWithinReach;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(onlyWithinReach).excludePathPatterns("/actuator/**", "/error");
    }

    /// Behind the filter that says who calls.
    @Bean
    FilterRegistrationBean<ListsWithinReach> lists() {
        FilterRegistrationBean<ListsWithinReach> registration =
                new FilterRegistrationBean<>(new ListsWithinReach());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
