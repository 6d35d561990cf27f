package dev.cairn.bootstrap.observation;

import io.quarkus.arc.Unremovable;
import io.quarkus.micrometer.runtime.binder.vertx.VertxMeterBinderAdapter;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Measures the pool of connections as the platform would, and nothing else of what Vert.x does: requests are timed where they are
 * logged, and measuring each statement would cost each some garbage.
 */
@Singleton
@Unremovable
class PoolMeters implements VertxOptionsCustomizer {
    /** What the adapter calls the pool that requests wait for; the other one has one connection, and nobody waits long. */
    private static final String REQUESTS = "requests";

    private final boolean measured;

    PoolMeters(@ConfigProperty(name = "cairn.metrics.enabled") boolean measured) {
        this.measured = measured;
    }

    @Override
    @SuppressWarnings("deprecation") // in favour of a builder, and the platform builds of options
    public void accept(VertxOptions options) {
        // In place of whatever an extension has put there.
        options.setMetricsOptions(new MetricsOptions().setEnabled(measured).setFactory(vertx -> new Pools()));
    }

    private static final class Pools implements VertxMetrics {
        private final VertxMetrics platform = new VertxMeterBinderAdapter();

        @Override
        public @Nullable PoolMetrics<?> createPoolMetrics(String type, String name, int size) {
            return type.equals("sql") && REQUESTS.equals(name) ? platform.createPoolMetrics(type, name, size) : null;
        }
    }
}
