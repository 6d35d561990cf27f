package dev.cairn.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Load;
import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.place.Api;
import dev.cairn.benchmarks.place.Data;
import dev.cairn.benchmarks.place.Kernel;
import dev.cairn.benchmarks.place.Server;
import dev.cairn.benchmarks.place.Service;
import dev.cairn.benchmarks.report.Footprint;
import dev.cairn.benchmarks.report.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Starts the service again and again, and tells how long that takes and what it takes. The schema is current and the issuer is
 * there, as in a deployment that replaces one replica after the other.
 *
 * @param server the database server, with data
 * @param issuer the issuer's address
 * @param log where the service says what it has to say
 * @param times how often it is started
 */
record StartUp(Server server, String issuer, Path log, int times) {
    private static final int REQUESTS = 10_000;
    private static final int IDLE_SECONDS = 5;

    Footprint of(Service.Form form) throws IOException {
        var ready = new ArrayList<Double>();
        var firstAnswer = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var residentAtReady = new ArrayList<Double>();
        var residentAfter = new ArrayList<Double>();
        var idle = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            try (var service = Service.start(form, server, issuer, log)) {
                ready.add(service.secondsToReady());
                cpu.add(Kernel.cpu(service.pid()));
                residentAtReady.add((double) (Kernel.residentBytes(service.pid()) >> 20));
                var token = new Api(issuer, service.port()).token();
                long asked = System.nanoTime();
                load(service, requests(service, token, 1));
                firstAnswer.add((System.nanoTime() - asked) / 1e6);
                load(service, requests(service, token, REQUESTS));
                residentAfter.add((double) (Kernel.residentBytes(service.pid()) >> 20));
                idle.add(idle(service));
            }
        }
        return new Footprint(
                form.name(),
                Spread.of(ready),
                Spread.of(firstAnswer),
                Spread.of(cpu),
                Spread.of(residentAtReady),
                Spread.of(residentAfter),
                Spread.of(idle));
    }

    private static void load(Service service, Requests requests) throws IOException {
        var outcome = new Load(service.port(), Bench.CONNECTIONS, status -> status == 200).closed(requests, 600);
        if (outcome.errors() > 0) {
            throw new IOException("a request failed: " + outcome.firstError().orElse(""));
        }
    }

    private static Requests requests(Service service, String token, int count) {
        var request = ("GET /api/v1/customers/" + Data.uuid(Data.CUSTOMER, 1) + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + service.port() + "\r\nAuthorization: Bearer " + token
                        + "\r\nAccept: application/json\r\n\r\n")
                .getBytes(US_ASCII);
        var left = new int[] {count};
        return into -> {
            if (left[0]-- <= 0) {
                return false;
            }
            into.put(request);
            return true;
        };
    }

    /** How much of a core it takes when nobody asks. */
    private static double idle(Service service) throws IOException {
        try {
            TimeUnit.SECONDS.sleep(2);
            double before = Kernel.cpu(service.pid());
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return (Kernel.cpu(service.pid()) - before) / IDLE_SECONDS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
