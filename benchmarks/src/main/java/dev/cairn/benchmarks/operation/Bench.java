package dev.cairn.benchmarks.operation;

import dev.cairn.benchmarks.load.Load;
import dev.cairn.benchmarks.load.Outcome;
import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Api;
import dev.cairn.benchmarks.place.Data;
import dev.cairn.benchmarks.place.PgBench;
import dev.cairn.benchmarks.place.Server;
import dev.cairn.benchmarks.place.Service;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What operations are measured with.
 *
 * @param server the database server
 * @param service the service on it
 * @param api the service, for what is prepared
 * @param data the rows
 * @param pgBench the yardstick
 * @param random where chance comes from
 * @param perSecond the rate at which the service is asked, or 0: as fast as it answers
 */
public record Bench(
        Server server, Service service, Api api, Data data, PgBench pgBench, RandomGenerator random, double perSecond) {
    /** Requests under way at once, on either side. */
    public static final int CONNECTIONS = 16;

    /** All of it, with chance of its own. */
    public static Bench of(Server server, Service service, Api api, Data data, PgBench pgBench, double perSecond) {
        return new Bench(
                server,
                service,
                api,
                data,
                pgBench,
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(),
                perSecond);
    }

    /** Asks the service for so many seconds; every answer but one of this status is an error. */
    Outcome ask(Requests requests, int status, double seconds) throws IOException {
        var load = new Load(service.port(), CONNECTIONS, it -> it == status);
        return perSecond > 0 ? load.open(requests, seconds, perSecond) : load.closed(requests, seconds);
    }

    /** The lines of a request behind its path, without a body; with a fresh token. */
    public String head() throws IOException {
        return " HTTP/1.1\r\nHost: 127.0.0.1:" + service.port() + "\r\nAuthorization: Bearer " + api.token()
                + "\r\nAccept: application/json\r\n";
    }
}
