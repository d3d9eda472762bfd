package amends.gateway.console;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The pages of the console and its files. The pages are short: they load the modules below
/// `/console`.
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {

    private static final String PROVIDER = "<!--@provider@-->";
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        // asked for again at each start of the console, and not sent again when unchanged
        files.addResourceHandler("/console/**")
                .addResourceLocations("classpath:/console/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(ConsoleFiles::etag);
        files.addResourceHandler("/favicon.svg")
                .addResourceLocations("classpath:/console/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
        // the path of a library contains its version
        files.addResourceHandler("/_static/**")
                .addResourceLocations("classpath:/META-INF/resources/_static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    }

    @Bean
    RouterFunction<ServerResponse> pages(
            ImportMap imports, @Value("${amends.gateway.access.oidc.issuer:}") String issuer)
            throws IOException {
        String console = page("index.html").replace("@importmap@", imports.json());
        String login = login(!issuer.isBlank());
        return RouterFunctions.route()
                .GET("/", request -> html(console))
                .GET("/login", request -> html(login))
                .build();
    }

    /// The way to an OpenID provider is shown when there is one.
    private static String login(boolean provider) throws IOException {
        String page = page("login.html");
        return provider
                ? page
                : page.substring(0, page.indexOf(PROVIDER))
                        + page.substring(page.lastIndexOf(PROVIDER) + PROVIDER.length());
    }

    private static String page(String name) throws IOException {
        return new ClassPathResource("console/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static ServerResponse html(String page) {
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }
}
