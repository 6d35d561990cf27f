package dev.cairn.benchmarks;

import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.operation.Operation;
import dev.cairn.benchmarks.operation.Operations;
import dev.cairn.benchmarks.place.Api;
import dev.cairn.benchmarks.place.Data;
import dev.cairn.benchmarks.place.Kernel;
import dev.cairn.benchmarks.place.PgBench;
import dev.cairn.benchmarks.place.Server;
import dev.cairn.benchmarks.place.Service;
import dev.cairn.benchmarks.report.Measured;
import dev.cairn.benchmarks.report.Result;
import dev.cairn.devservices.deployment.DevelopmentIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: starts what is needed, measures, tells, stops everything again. */
@Command(
        name = "./benchmark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the service beside PostgreSQL alone: the same SQL work by pgbench and through the API, in turns.")
public final class Benchmark implements Callable<Integer> {
    private static final Path TARGET = Path.of("benchmarks", "target");
    private static final int CUSTOMERS_OF_SIZE_1 = 100;

    @Option(names = "--size", defaultValue = "1", description = "1 (100 customers) or 100 (10,000). Default: ${DEFAULT-VALUE}")
    private int size;

    @Option(names = "--operations", split = ",", description = "Only these, by letter: a,e.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--rounds", defaultValue = "5", description = "Pairs of windows. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "How long a window is. Default: ${DEFAULT-VALUE}")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "15", description = "Seconds of warming up. Default: ${DEFAULT-VALUE}")
    private double warmUp;

    @Option(names = "--java-options", defaultValue = "-Xmx512m", description = "Options of the service's JVM, blanks between. Default: ${DEFAULT-VALUE}")
    private String javaOptions = "";

    @Option(names = "--executable", description = "The native executable instead of the JVM; --java-options are its own then.")
    private @Nullable Path executable;

    @Option(names = "--pgbench", required = true, hidden = true)
    private Path pgBenchProgram = Path.of("pgbench");

    /** Runs the command. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        var began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var directory = TARGET.resolve("benchmark-" + size);
        Files.createDirectories(directory);
        var issuer = DevelopmentIssuer.onPort(0);
        issuer.start();
        try (var server = Server.start(directory.resolve("data"));
                var service = Service.start(form(), server, issuer.issuer(), directory.resolve("service.json"))) {
            System.out.printf("ready after %.2f s (%s)%n", service.secondsToReady(), form().name());
            var api = new Api(issuer.issuer(), service.port());
            var data = new Data(server, api, CUSTOMERS_OF_SIZE_1 * size);
            data.load();
            var pgBench = new PgBench(pgBenchProgram, server, directory, Bench.CONNECTIONS);
            var bench = Bench.of(server, service, api, data, pgBench);
            var measured = measure(bench);
            long contradictions = data.contradictions();
            var result = new Result(
                    began.toString(), revision(), size, form().name(), machine(server, pgBench), settings(), measured);
            var file = TARGET.resolve("results").resolve(began.toString().replace(":", "") + "-size-" + size + ".json");
            result.write(file);
            System.out.println("written to " + file);
            if (contradictions > 0) {
                System.out.println(contradictions + " plans say otherwise than their tasks: something was lost");
            }
            return contradictions > 0 || measured.stream().anyMatch(it -> it.errors() > 0) ? 1 : 0;
        } finally {
            issuer.close();
        }
    }

    private List<Measured> measure(Bench bench) throws IOException, SQLException {
        var windows = new Rounds(rounds, seconds, warmUp);
        var all = new ArrayList<Measured>();
        System.out.printf(
                "%-46s %9s %9s %6s %-11s %8s %8s %8s %6s %20s %6s%n",
                "", "service/s", "pgbench/s", "ratio", "range", "p50 ms", "p99 ms", "p99.9 ms", "errors",
                "µs: service/db/gen|db", "RSS MB");
        for (Operation operation : Operations.all()) {
            if (only.isEmpty() || only.contains(operation.key())) {
                var measured = windows.of(operation, bench);
                all.add(measured);
                tell(measured);
            }
        }
        return all;
    }

    private static void tell(Measured it) {
        System.out.printf(
                "%s %-44s %9.0f %9.0f %6.2f %4.2f – %4.2f %8.2f %8.2f %8.2f %6d %7.0f/%.0f/%.0f|%.0f %6d%n",
                it.key(),
                it.title(),
                it.serviceRate().median(),
                it.pgBenchRate().median(),
                it.ratio().median(),
                it.ratio().least(),
                it.ratio().greatest(),
                it.p50(),
                it.p99(),
                it.p999(),
                it.errors(),
                it.cpu().service(),
                it.cpu().database(),
                it.cpu().generator(),
                it.cpu().databaseOfPgBench(),
                it.residentMegabytes());
        if (it.errors() > 0) {
            System.out.println("  first error: " + it.firstError());
        }
    }

    private Service.Form form() {
        var options = javaOptions.isBlank() ? List.<String>of() : List.of(javaOptions.trim().split("\\s+"));
        if (executable != null) {
            return Service.Form.executable(executable, options);
        }
        return Service.Form.onJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of("bootstrap", "target", "quarkus-app", "quarkus-run.jar"),
                options);
    }

    private Map<String, String> machine(Server server, PgBench pgBench) throws IOException, SQLException {
        var machine = new LinkedHashMap<String, String>();
        machine.put("processor", Kernel.processor());
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("memory", (Kernel.memoryBytes() >> 30) + " GB");
        machine.put("kernel", System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        machine.put("pgbench", pgBench.version());
        try (var connection = server.connect()) {
            machine.put("postgresql", connection.getMetaData().getDatabaseProductVersion());
        }
        return machine;
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("rounds", String.valueOf(rounds));
        settings.put("seconds", String.valueOf(seconds));
        settings.put("connections", String.valueOf(Bench.CONNECTIONS));
        Server.SETTINGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> settings.put("postgresql." + it.getKey(), it.getValue()));
        return settings;
    }

    /** What the source is at, or that nobody knows: it may have been unpacked from an archive. */
    private static String revision() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            var told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return git.waitFor() == 0 ? told : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
