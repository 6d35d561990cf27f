package dev.cairn.benchmarks;

import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.operation.Operations;
import dev.cairn.benchmarks.place.Api;
import dev.cairn.benchmarks.place.Data;
import dev.cairn.benchmarks.place.Kernel;
import dev.cairn.benchmarks.place.PgBench;
import dev.cairn.benchmarks.place.Server;
import dev.cairn.benchmarks.place.Service;
import dev.cairn.benchmarks.report.Page;
import dev.cairn.benchmarks.report.Results;
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
        description =
                "Measures the service beside PostgreSQL alone: the same SQL work by pgbench and through the API, in turns.")
public final class Benchmark implements Callable<Integer> {
    private static final Path TARGET = Path.of("benchmarks", "target");
    private static final int CUSTOMERS_OF_SIZE_1 = 100;

    @Option(
            names = "--size",
            defaultValue = "1",
            description = "1 (100 customers) or 100 (10,000). Default: ${DEFAULT-VALUE}")
    private int size;

    @Option(names = "--operations", split = ",", description = "Only these, by letter: a,e; or none.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--rounds", defaultValue = "5", description = "Pairs of windows. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "How long a window is. Default: ${DEFAULT-VALUE}")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "15", description = "Seconds of warming up. Default: ${DEFAULT-VALUE}")
    private double warmUp;

    @Option(
            names = "--java-options",
            defaultValue = "-Xmx512m",
            description = "Options of the service's JVM, blanks between. Default: ${DEFAULT-VALUE}")
    private String javaOptions = "";

    @Option(
            names = "--executable",
            description = "The native executable instead of the JVM; --java-options are its own then.")
    private @Nullable Path executable;

    @Option(
            names = "--tcp",
            description =
                    "The service goes to PostgreSQL over TCP instead of the unix socket; an executable always does.")
    private boolean overTcp;

    @Option(names = "--open", description = "Ask at this rate a second instead of as fast as it is answered.")
    private double perSecond;

    @Option(names = "--overload", description = "Then: twice what it can take, over 256 connections.")
    private boolean overload;

    @Option(names = "--soak", description = "Then: all operations in turns for so many minutes.")
    private double soakMinutes;

    @Option(names = "--start", description = "Then: how long starting takes, and how much memory.")
    private boolean startUp;

    @Option(
            names = "--also",
            paramLabel = "NAME=COMMAND",
            description = "With --start: another form of it, by its command, blanks between. May be repeated; over TCP.")
    private Map<String, String> also = new LinkedHashMap<>();

    @Option(names = "--publish", description = "Write the last figures of each size into docs.")
    private boolean publish;

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
        var results = new Results(TARGET.resolve("results"));
        var sound = !isAnythingToMeasure() || run(began, results);
        if (publish) {
            Page.publish(Path.of("docs"), results.latest());
            System.out.println("written to docs/performance.md, docs/performance.svg and docs/performance.json");
        }
        return sound ? 0 : 1;
    }

    private boolean isAnythingToMeasure() {
        return !only.equals(List.of("none")) || overload || soakMinutes > 0 || startUp;
    }

    private boolean run(Instant began, Results results) throws IOException, SQLException {
        var directory = TARGET.resolve("benchmark-" + size);
        Files.createDirectories(directory);
        var log = directory.resolve("service.json");
        var issuer = DevelopmentIssuer.onPort(0);
        issuer.start();
        try (var server = Server.start(directory.resolve("data"))) {
            var findings = new Findings();
            Map<String, String> machine;
            try (var service = Service.start(form(), server, issuer.issuer(), log)) {
                System.out.printf("ready after %.2f s (%s)%n", service.secondsToReady(), form().name());
                var api = new Api(issuer.issuer(), service.port());
                var data = new Data(server, api, CUSTOMERS_OF_SIZE_1 * size);
                data.load();
                var pgBench = new PgBench(pgBenchProgram, server, directory, Bench.CONNECTIONS);
                machine = machine(server, pgBench);
                measure(Bench.of(server, service, api, data, pgBench, perSecond), findings);
            }
            if (startUp) {
                findings.of(new StartUp(server, issuer.issuer(), log, rounds), forms());
            }
            var result = findings.result(began, revision(), size, form().name(), machine, settings());
            System.out.println("written to " + results.keep(result));
            results.growth().ifPresent(System.out::println);
            return findings.isSound();
        } finally {
            issuer.close();
        }
    }

    private void measure(Bench bench, Findings findings) throws IOException, SQLException {
        var chosen = Operations.all().stream()
                .filter(it -> only.isEmpty() || only.contains(it.key()))
                .toList();
        findings.of(new Rounds(rounds, seconds, warmUp), chosen, bench);
        if (overload) {
            findings.of(new Overload(seconds), bench);
        }
        if (soakMinutes > 0) {
            findings.of(new Soak(soakMinutes, seconds), chosen.isEmpty() ? Operations.all() : chosen, bench);
        }
    }

    /** The service as it is, and as it is asked for. */
    private List<Service.Form> forms() {
        var forms = new ArrayList<Service.Form>();
        forms.add(onJvm(List.of()));
        if (!options().isEmpty()) {
            forms.add(onJvm(options()));
        }
        if (executable != null) {
            forms.add(form());
        }
        also.forEach((name, command) ->
                forms.add(new Service.Form(List.of(command.trim().split("\\s+")), name, true)));
        return forms;
    }

    private List<String> options() {
        return javaOptions.isBlank() ? List.of() : List.of(javaOptions.trim().split("\\s+"));
    }

    private Service.Form onJvm(List<String> options) {
        return Service.Form.onJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of("bootstrap", "target", "quarkus-app", "quarkus-run.jar"),
                options,
                overTcp);
    }

    private Service.Form form() {
        return executable == null ? onJvm(options()) : Service.Form.executable(executable, options());
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
        settings.put("socket", form().overTcp() ? "TCP" : "unix");
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
