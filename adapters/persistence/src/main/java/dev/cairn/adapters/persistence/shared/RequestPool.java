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
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool that requests use, with what the platform has no settings for. Nobody waits for ever for a connection, and
 * only so many wait at all: whoever is over the bound is told at once, while the ones before still have a chance. And every
 * statement of the service stays prepared; the driver's own limits would have the longest ones parsed anew, and with lists
 * of every kind the oldest. Beside the pool it
 * makes the one connection of {@link Asides}, and the few that everybody who looks for one thing shares.
 */
@Singleton
class RequestPool implements PgPoolCreator {
    private static final int LONGEST_PREPARED = 16_384;
    private static final int MOST_PREPARED = 1_024;
    private static final int SHARED = 4;

    private final Duration connectTimeout;
    private final Duration acquisitionTimeout;
    private final int maxWaiting;
    private @Nullable SqlClient aside;
    private @Nullable SqlClient shared;

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
            server.setPreparedStatementCacheMaxSize(MOST_PREPARED);
            server.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
            server.setTcpKeepAlive(true); // a server that went without a word is found out, if late
        });
        var servers = List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList());
        aside = pipelined("asides", 1, servers, input);
        shared = pipelined("shared", SHARED, servers, input);
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

    /** Connections on which a statement does not wait for the answer to the one before. */
    private SqlClient pipelined(String name, int connections, List<SqlConnectOptions> servers, Input input) {
        return PgBuilder.client()
                .with(new PoolOptions().setName(name).setMaxSize(connections).setMaxWaitQueueSize(maxWaiting))
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }

    @PreDestroy
    void close() {
        Stream.of(aside, shared).filter(Objects::nonNull).forEach(SqlClient::close);
    }

    /** How long anybody waits for a connection, and for what goes over the one of asides. */
    Duration patience() {
        return acquisitionTimeout;
    }

    /** The connection for small statements of their own, which all go over it one behind the other. */
    SqlClient aside() {
        return Objects.requireNonNull(aside, "there is no pool yet");
    }

    /**
     * A few connections for statements that find one thing by its key. Several requests have theirs under way on each, so
     * nobody waits for a connection; but an answer waits for those before it, so a long one has no place here.
     */
    SqlClient shared() {
        return Objects.requireNonNull(shared, "there is no pool yet");
    }
}
