package dev.cairn.benchmarks;

import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.operation.Operation;
import dev.cairn.benchmarks.place.Kernel;
import dev.cairn.benchmarks.report.Endurance;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * All operations in turns for a long time, without pgbench in between: does memory grow, does anything pile up at the
 * database?
 *
 * @param minutes how long
 * @param seconds how long an operation has its turn
 */
record Soak(double minutes, double seconds) {
    Endurance of(List<Operation> operations, Bench bench) throws IOException, SQLException {
        long end = System.nanoTime() + (long) (minutes * 60e9);
        var samples = new ArrayList<Endurance.Sample>();
        long answered = 0;
        long errors = 0;
        String firstError = "";
        long began = System.nanoTime();
        do {
            for (var operation : operations) {
                operation.prepare(bench);
                var outcome = operation.byService(bench, seconds).told();
                answered += outcome.answered();
                errors += outcome.errors();
                if (firstError.isEmpty()) {
                    firstError = outcome.firstError().orElse("");
                }
            }
            var sample = new Endurance.Sample(
                    (System.nanoTime() - began) / 60e9,
                    Kernel.residentBytes(bench.service().pid()) >> 20,
                    bench.data().number("select count(*) from pg_stat_activity where usename = 'cairn_app'"),
                    Kernel.openFiles(bench.service().pid()));
            samples.add(sample);
            System.out.printf(
                    "%6.1f min  %5d MB  %3d connections  %4d open files  %,d answers, %d errors%n",
                    sample.minute(),
                    sample.residentMegabytes(),
                    sample.connections(),
                    sample.openFiles(),
                    answered,
                    errors);
            for (var operation : operations) {
                operation.tidy(bench);
            }
        } while (System.nanoTime() < end);
        return new Endurance(answered, errors, firstError, samples);
    }
}
