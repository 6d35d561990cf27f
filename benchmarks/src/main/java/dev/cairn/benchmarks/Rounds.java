package dev.cairn.benchmarks;

import dev.cairn.benchmarks.load.Outcome;
import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.operation.Cpu;
import dev.cairn.benchmarks.operation.Operation;
import dev.cairn.benchmarks.place.Kernel;
import dev.cairn.benchmarks.place.PgBench.Told;
import dev.cairn.benchmarks.report.Measured;
import dev.cairn.benchmarks.report.Round;
import dev.cairn.benchmarks.report.Spread;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Measures an operation: windows of pgbench and of the service in turns, so that whatever else the machine does meets both.
 *
 * @param rounds how many pairs of windows
 * @param seconds how long each of the two
 * @param warmUp how long the service is warmed up before
 */
record Rounds(int rounds, double seconds, double warmUp) {
    private static final double MICROS = 1e6;

    Measured of(Operation operation, Bench bench) throws IOException, SQLException {
        operation.prepare(bench);
        operation.byPgBench(bench, Math.min(2, seconds));
        if (warmUp > 0) {
            operation.byService(bench, warmUp);
        }
        operation.tidy(bench);
        var pairs = new ArrayList<Round>();
        var answers = new Outcome();
        var ofService = Cpu.NONE;
        var ofPgBench = Cpu.NONE;
        var transactions = Told.NOTHING;
        for (int round = 0; round < rounds; round++) {
            var yardstick = operation.byPgBench(bench, seconds);
            var answered = operation.byService(bench, seconds);
            ofPgBench = ofPgBench.plus(yardstick.cpu());
            ofService = ofService.plus(answered.cpu());
            transactions = transactions.plus(yardstick.told());
            answers.add(answered.told());
            pairs.add(new Round(yardstick.told().perSecond(), answered.told().rate(), Kernel.loadAverage()));
            if (yardstick.told().failed() > 0) {
                throw new IOException(
                        yardstick.told().failed() + " transactions of pgbench failed in " + operation.key());
            }
            operation.tidy(bench);
        }
        double requests = answers.answered() + answers.errors();
        return new Measured(
                operation.key(),
                operation.title(),
                Spread.of(pairs.stream().map(Round::ratio).toList()),
                Spread.of(pairs.stream().map(Round::serviceRate).toList()),
                Spread.of(pairs.stream().map(Round::pgBenchRate).toList()),
                answers.millis(50),
                answers.millis(99),
                answers.millis(99.9),
                transactions.latencyMillis(),
                answers.answered(),
                answers.errors(),
                answers.firstError().orElse(""),
                new Measured.Cpu(
                        ofService.service() * MICROS / requests,
                        ofService.database() * MICROS / requests,
                        ofService.generator() * MICROS / requests,
                        ofPgBench.database() * MICROS / transactions.transactions(),
                        transactions.cpuSeconds() * MICROS / transactions.transactions()),
                Kernel.residentBytes(bench.service().pid()) >> 20,
                pairs);
    }
}
