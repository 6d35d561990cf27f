package dev.cairn.benchmarks.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark: prepared statements over the unix socket, as the superuser, whom no policy binds. */
public final class PgBench {
    private static final Pattern TRANSACTIONS = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");
    private static final Pattern RATE = Pattern.compile(
            "tps = ([0-9.]+) \\((?:without initial connection time|excluding connections establishing)\\)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final long GRACE_SECONDS = 600;

    private final Path program;
    private final Server server;
    private final Path directory;
    private final int clients;

    /**
     * A pgbench on a server.
     *
     * @param program where it is installed
     * @param directory where scripts are put
     * @param clients how many connections it holds
     */
    public PgBench(Path program, Server server, Path directory, int clients) {
        this.program = program;
        this.server = server;
        this.directory = directory;
        this.clients = clients;
    }

    /**
     * What it told of a run.
     *
     * @param transactions how many it made
     * @param failed how many failed
     * @param perSecond how many a second, connecting left out
     * @param latencyMillis how long one took on average
     * @param cpuSeconds its own time on a core
     */
    public record Told(long transactions, long failed, double perSecond, double latencyMillis, double cpuSeconds) {
        /** Nothing yet. */
        public static final Told NOTHING = new Told(0, 0, 0, 0, 0);

        /** Reads its report. */
        static Told of(String report, double cpuSeconds) {
            return new Told(
                    Long.parseLong(found(TRANSACTIONS, report)),
                    FAILED.matcher(report).find() ? Long.parseLong(found(FAILED, report)) : 0,
                    Double.parseDouble(found(RATE, report)),
                    Double.parseDouble(found(LATENCY, report)),
                    cpuSeconds);
        }

        private static String found(Pattern pattern, String report) {
            var matcher = pattern.matcher(report);
            if (!matcher.find()) {
                throw new IllegalStateException("pgbench does not tell " + pattern.pattern() + ":\n" + report);
            }
            return matcher.group(1);
        }

        /** This run and one that went on where it ended. */
        public Told plus(Told next) {
            long all = transactions + next.transactions;
            double length = seconds() + next.seconds();
            return new Told(
                    all,
                    failed + next.failed,
                    length == 0 ? 0 : all / length,
                    all == 0 ? 0 : (latencyMillis * transactions + next.latencyMillis * next.transactions) / all,
                    cpuSeconds + next.cpuSeconds);
        }

        /** How long it was at work. */
        public double seconds() {
            return perSecond == 0 ? 0 : transactions / perSecond;
        }
    }

    /** For so many seconds. */
    public Told forSeconds(String script, Map<String, String> variables, double seconds) throws IOException {
        return run(script, variables, List.of("-T", String.valueOf(Math.max(1, Math.round(seconds)))), seconds);
    }

    /** So many transactions, shared among its connections. */
    public Told transactions(String script, Map<String, String> variables, int count) throws IOException {
        return run(script, variables, List.of("-t", String.valueOf(Math.max(1, count / clients))), GRACE_SECONDS);
    }

    private Told run(String script, Map<String, String> variables, List<String> length, double seconds)
            throws IOException {
        var file = directory.resolve(script);
        try (var text = PgBench.class.getResourceAsStream("/dev/cairn/benchmarks/pgbench/" + script)) {
            if (text == null) {
                throw new IllegalStateException("there is no script " + script);
            }
            Files.write(file, text.readAllBytes());
        }
        var command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
        command.addAll(List.of("-c", String.valueOf(clients), "-j", String.valueOf(Math.min(2, clients))));
        command.addAll(length);
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(List.of("-f", file.toString(), "-h", server.sockets().toString()));
        command.addAll(List.of("-p", String.valueOf(server.port()), "-U", "postgres", "cairn"));
        double cpu = Kernel.cpuOfEnded();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor((long) (seconds + GRACE_SECONDS), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("pgbench failed with " + script + ":\n" + report);
            }
            return Told.of(report, Kernel.cpuOfEnded() - cpu);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Its version, as it tells it. */
    public String version() throws IOException {
        var process = new ProcessBuilder(program.toString(), "--version").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
