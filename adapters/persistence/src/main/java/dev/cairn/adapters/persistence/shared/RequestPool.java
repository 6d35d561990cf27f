package dev.cairn.adapters.persistence.shared;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the pool that requests use, with what the platform has no settings for. Nobody waits for ever for a connection, and
 * only so many wait at all: whoever is over the bound is told at once, while the ones before still have a chance. And every
 * statement of the service stays prepared; the driver's own limit would have the longest ones parsed anew.
 */
@Singleton
class RequestPool implements PgPoolCreator {
    private static final int LONGEST_PREPARED = 16_384;

    private final Duration connectTimeout;
    private final Duration acquisitionTimeout;
    private final int maxWaiting;

    RequestPool(
            @ConfigProperty(name = "cairn.database.connect-timeout") Duration connectTimeout,
            @ConfigProperty(name = "cairn.database.acquisition-timeout") Duration acquisitionTimeout,
            @ConfigProperty(name = "cairn.database.max-waiting") int maxWaiting) {
        this.connectTimeout = connectTimeout;
        this.acquisitionTimeout = acquisitionTimeout;
        this.maxWaiting = maxWaiting;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(server -> {
            server.setPreparedStatementCacheSqlLimit(LONGEST_PREPARED);
            server.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
        });
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(Math.toIntExact(acquisitionTimeout.toMillis()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxWaitQueueSize(maxWaiting))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
