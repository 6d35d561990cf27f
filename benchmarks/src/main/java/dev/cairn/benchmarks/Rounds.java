package dev.cairn.benchmarks;

import dev.cairn.benchmarks.load.Outcome;
import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.operation.Operation;
import dev.cairn.benchmarks.place.Kernel;
import dev.cairn.benchmarks.place.PgBench.Told;
import dev.cairn.benchmarks.report.Measured;
import dev.cairn.benchmarks.report.Round;
import dev.cairn.benchmarks.report.Spread;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures an operation: windows of pgbench and of the service in turns, so that whatever else the machine does meets both.
 *
 * @param rounds how many pairs of windows
 * @param seconds how long each of the two
 * @param warmUp how long the service is warmed up before
 */
record Rounds(int rounds, double seconds, double warmUp) {
    private static final double MICROS = 1e6;

    /** Seconds on a core since the processes began. */
    private record Cpu(double service, double database, double generator) {
        static Cpu now(Bench bench) {
            return new Cpu(
                    Kernel.cpu(bench.service().pid()),
                    Kernel.cpuOfFamily(bench.server().pid()),
                    Kernel.cpu(ProcessHandle.current().pid()));
        }

        Cpu plus(Cpu since, Cpu now) {
            return new Cpu(
                    service + now.service - since.service,
                    database + now.database - since.database,
                    generator + now.generator - since.generator);
        }
    }

    Measured of(Operation operation, Bench bench) throws IOException, SQLException {
        operation.prepare(bench);
        operation.byPgBench(bench, Math.min(2, seconds));
        if (warmUp > 0) {
            operation.byService(bench, warmUp);
        }
        operation.tidy(bench);
        var pairs = new ArrayList<Round>();
        var answers = new Outcome();
        var ofService = new Cpu(0, 0, 0);
        var ofPgBench = new Cpu(0, 0, 0);
        List<Told> told = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            var before = Cpu.now(bench);
            var yardstick = operation.byPgBench(bench, seconds);
            var between = Cpu.now(bench);
            var answered = operation.byService(bench, seconds);
            var after = Cpu.now(bench);
            ofPgBench = ofPgBench.plus(before, between);
            ofService = ofService.plus(between, after);
            told.add(yardstick);
            answers.add(answered);
            pairs.add(new Round(yardstick.perSecond(), answered.rate(), Kernel.loadAverage()));
            if (yardstick.failed() > 0) {
                throw new IOException(yardstick.failed() + " transactions of pgbench failed in " + operation.key());
            }
            operation.tidy(bench);
        }
        double transactions = told.stream().mapToLong(Told::transactions).sum();
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
                told.stream().mapToDouble(Told::latencyMillis).average().orElse(0),
                answers.answered(),
                answers.errors(),
                answers.firstError().orElse(""),
                new Measured.Cpu(
                        ofService.service() * MICROS / requests,
                        ofService.database() * MICROS / requests,
                        ofService.generator() * MICROS / requests,
                        ofPgBench.database() * MICROS / transactions,
                        told.stream().mapToDouble(Told::cpuSeconds).sum() * MICROS / transactions),
                Kernel.residentBytes(bench.service().pid()) >> 20,
                pairs);
    }
}
