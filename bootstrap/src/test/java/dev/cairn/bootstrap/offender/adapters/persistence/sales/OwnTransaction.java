package dev.cairn.bootstrap.offender.adapters.persistence.sales;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;

/** A store that opens transactions of its own, in which no organisation is set. */
class OwnTransaction {
    Uni<Void> panache() {
        return Panache.withTransaction(() -> Uni.createFrom().voidItem());
    }
}

/** The same on a plain connection. */
class OwnConnection {
    Future<?> sql(Pool pool) {
        return pool.getConnection();
    }
}

/** The same over whatever connection there is. */
class OwnStatement {
    Object sql(SqlClient client) {
        return client.query("select 1");
    }
}

/** And one that brings its own connections along. */
class OwnPool {
    SqlClient client() {
        return PgBuilder.client().build();
    }
}
