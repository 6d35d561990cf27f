package dev.cairn.bootstrap;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The published description under the platform's usual path as well: tools look for it there. */
@Singleton
class OpenApiAlias {
    void add(@Observes Router router) {
        router.get("/q/openapi").handler(request -> {
            var query = request.request().query();
            request.reroute(query == null ? "/openapi" : "/openapi?" + query);
        });
    }
}
