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
import java.util.stream.Collectors;

/// The pages of the console and its files. The pages are short: they load the modules below
/// `/console`.
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {

    private static final String PROVIDER = "<!--@provider@-->";
    private static final String NEEDED = "<!--@needed@-->";
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private final ConsoleFiles files;

    ConsolePages(ConsoleFiles files) {
        this.files = files;
    }

    /// The paths of files and libraries contain their version.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(files.base() + "**")
                .addResourceLocations("classpath:/console/")
                .setCacheControl(FOR_GOOD);
        registry.addResourceHandler("/favicon.svg")
                .addResourceLocations("classpath:/console/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
        registry.addResourceHandler("/_static/**")
                .addResourceLocations("classpath:/META-INF/resources/_static/")
                .setCacheControl(FOR_GOOD);
    }

    @Bean
    RouterFunction<ServerResponse> pages(
            ImportMap imports, @Value("${amends.gateway.access.oidc.issuer:}") String issuer)
            throws IOException {
        String console = page("index.html", "app.js").replace("@importmap@", imports.json());
        String login = login(!issuer.isBlank());
        return RouterFunctions.route()
                .GET("/", request -> html(console))
                .GET("/login", request -> html(login))
                .build();
    }

    /// The way to an OpenID provider is shown when there is one.
    private String login(boolean provider) throws IOException {
        String page = page("login.html", "login/login.js");
        return provider
                ? page
                : page.substring(0, page.indexOf(PROVIDER))
                        + page.substring(page.lastIndexOf(PROVIDER) + PROVIDER.length());
    }

    private String page(String name, String module) throws IOException {
        return new ClassPathResource("console/" + name)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("@console@", files.base())
                .replace(NEEDED, needed(module));
    }

    /// What a module needs is named in its page, so that a browser asks for all of it at once.
    private String needed(String module) {
        return files.neededBy(module).stream()
                .map(this::link)
                .collect(Collectors.joining("\n    "));
    }

    private String link(String file) {
        String kind = file.endsWith(".css") ? "preload\" as=\"style" : "modulepreload";
        return "<link rel=\"" + kind + "\" href=\"" + files.base() + file + "\">";
    }

    private static ServerResponse html(String page) {
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }
}
