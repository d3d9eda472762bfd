package amends.gateway.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;

/// OpenAPI for HTTP and AsyncAPI for the topics: in YAML as they are written, and in JSON for
/// programs.
@Configuration(proxyBeanMethods = false)
class Documents {

    @Bean
    RouterFunction<ServerResponse> httpDocument() throws IOException {
        return document("openapi");
    }

    @Bean
    RouterFunction<ServerResponse> topicsDocument() throws IOException {
        return document("asyncapi");
    }

    private static RouterFunction<ServerResponse> document(String name) throws IOException {
        byte[] yaml = new ClassPathResource("document/" + name + ".yaml").getContentAsByteArray();
        byte[] json = JsonMapper.shared().writeValueAsBytes(new YAMLMapper().readTree(yaml));
        return RouterFunctions.route()
                .GET("/" + name + ".yaml", _ -> answer(MediaType.APPLICATION_YAML, yaml))
                .GET("/" + name + ".json", _ -> answer(MediaType.APPLICATION_JSON, json))
                .build();
    }

    private static ServerResponse answer(MediaType type, byte[] document) {
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(document);
    }
}
