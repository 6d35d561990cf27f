package dev.cairn.benchmarks.operation;

import dev.cairn.benchmarks.load.Outcome;
import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.PgBench.Told;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/**
 * One thing that the service does, and the same SQL work by pgbench. Both take turns; each of the two may be stopped by having
 * done all that was prepared, and is then prepared anew, outside of what is counted.
 */
public abstract class Operation {
    static final double TOO_SHORT_SECONDS = 0.5;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final String key;
    private final String title;
    private final int status;
    private final String script;

    Operation(String key, String title, int status, String script) {
        this.key = key;
        this.title = title;
        this.status = status;
        this.script = script;
    }

    /** The letter by which it is asked for. */
    public final String key() {
        return key;
    }

    /** What it does. */
    public final String title() {
        return title;
    }

    /** Brings in what it needs beside the data that all of them share. */
    public void prepare(Bench bench) throws IOException, SQLException {}

    /**
     * Makes ready for one side to begin, or to go on.
     *
     * @return how many times it can be done before it has to be made ready again
     */
    int ready(Bench bench) throws IOException, SQLException {
        return UNLIMITED;
    }

    /** The requests, made ready for. */
    public abstract Requests requests(Bench bench) throws IOException, SQLException;

    /** What the script has to be told. */
    Map<String, String> variables(Bench bench) throws IOException, SQLException {
        return Map.of("customers", String.valueOf(bench.data().customers()));
    }

    /** Takes away what a round of both sides left behind. */
    public void tidy(Bench bench) throws IOException, SQLException {}

    /** Through the service, for so many seconds that are counted. */
    public Window<Outcome> byService(Bench bench, double seconds) throws IOException, SQLException {
        var whole = new Outcome();
        var cpu = Cpu.NONE;
        do {
            ready(bench);
            var requests = requests(bench);
            var before = Cpu.now(bench);
            whole.add(bench.ask(requests, status, seconds - whole.seconds()));
            cpu = cpu.plus(Cpu.since(before, bench));
        } while (whole.exhausted() && seconds - whole.seconds() > TOO_SHORT_SECONDS);
        return new Window<>(whole, cpu);
    }

    /** By pgbench, for so many seconds that are counted. */
    public final Window<Told> byPgBench(Bench bench, double seconds) throws IOException, SQLException {
        var whole = Told.NOTHING;
        var cpu = Cpu.NONE;
        do {
            int most = ready(bench);
            var variables = variables(bench);
            var before = Cpu.now(bench);
            whole = whole.plus(
                    most == UNLIMITED
                            ? bench.pgBench().forSeconds(script, variables, seconds)
                            : bench.pgBench().transactions(script, variables, most));
            cpu = cpu.plus(Cpu.since(before, bench));
        } while (seconds - whole.seconds() > TOO_SHORT_SECONDS);
        return new Window<>(whole, cpu);
    }
}
