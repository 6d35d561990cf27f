package dev.cairn.adapters.persistence.shared;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool that requests use, with what the platform has no settings for. Nobody waits for ever for a connection, and
 * only so many wait at all: whoever is over the bound is told at once, while the ones before still have a chance. And every
 * statement of the service stays prepared; the driver's own limit would have the longest ones parsed anew. Beside the pool it
 * makes the one connection of {@link Asides}.
 */
@Singleton
class RequestPool implements PgPoolCreator {
    private static final int LONGEST_PREPARED = 16_384;

    private final Duration connectTimeout;
    private final Duration acquisitionTimeout;
    private final int maxWaiting;
    private @Nullable SqlClient aside;

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
            server.setTcpKeepAlive(true); // a server that went without a word is found out, if late
        });
        var servers = List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList());
        aside = PgBuilder.client()
                .with(new PoolOptions().setName("asides").setMaxSize(1).setMaxWaitQueueSize(maxWaiting))
                .connectingTo(servers)
                .using(input.vertx())
                .build();
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setName("requests")
                        .setConnectionTimeout(Math.toIntExact(acquisitionTimeout.toMillis()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxWaitQueueSize(maxWaiting))
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }

    @PreDestroy
    void close() {
        if (aside != null) {
            aside.close();
        }
    }

    /** How long anybody waits for a connection, and for what goes over the one of asides. */
    Duration patience() {
        return acquisitionTimeout;
    }

    /** The connection for small statements of their own, which all go over it one behind the other. */
    SqlClient aside() {
        return Objects.requireNonNull(aside, "there is no pool yet");
    }
}
