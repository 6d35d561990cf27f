package dev.cairn.adapters.rest.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Serves the description in OpenAPI 3.0, made of the one that is served in 3.1. */
@Singleton
public class OlderDescriptionRoute {
    private final OpenApiDocumentService newer;
    private @Nullable String yaml;
    private @Nullable String json;

    OlderDescriptionRoute(OpenApiDocumentService newer) {
        this.newer = newer;
    }

    void add(@Observes Router router) {
        // It is made when it is first asked for, and that is no work for an event loop.
        router.get("/openapi-3.0").blockingHandler(this::serve);
    }

    private void serve(RoutingContext request) {
        var isJson = "json".equalsIgnoreCase(request.request().getParam("format"));
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, isJson ? "application/json" : "application/yaml;charset=UTF-8")
                .end(isJson ? json() : yaml());
    }

    private synchronized String yaml() {
        if (yaml == null) {
            yaml = written(YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build());
        }
        return yaml;
    }

    private synchronized String json() {
        if (json == null) {
            json = written(new ObjectMapper());
        }
        return json;
    }

    private String written(ObjectMapper mapper) {
        try {
            var document = newer.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, Format.JSON);
            return mapper.writeValueAsString(OlderDescription.of(new ObjectMapper().readTree(document)));
        } catch (JsonProcessingException odd) {
            throw new IllegalStateException("the description cannot be read", odd);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
