package dev.cairn.bootstrap;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The published description under the platform's usual path as well: tools look for it there. And those of its names that the
 * platform would serve on an event loop, by way of the one that it does not: a form is made when it is first asked for.
 */
@Singleton
class OpenApiAlias {
    /** Before the platform's own, and behind all filters: a target that has no path is refused there. */
    private static final int BEFORE_ROUTES = -1;

    void add(@Observes Router router) {
        for (var form : List.of("json", "yaml", "yml")) {
            var format = form.equals("json") ? "json" : "yaml";
            router.get("/openapi." + form)
                    .order(BEFORE_ROUTES)
                    .handler(request -> request.reroute("/openapi?format=" + format));
        }
        router.get("/q/openapi").handler(request -> {
            var query = request.request().query();
            request.reroute(query == null ? "/openapi" : "/openapi?" + query);
        });
    }
}
