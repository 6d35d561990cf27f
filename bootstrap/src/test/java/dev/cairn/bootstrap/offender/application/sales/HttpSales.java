package dev.cairn.bootstrap.offender.application.sales;

import io.vertx.ext.web.RoutingContext;

/** A use case that knows the web. */
class HttpSales {
    String path(RoutingContext request) {
        return request.normalizedPath();
    }
}
