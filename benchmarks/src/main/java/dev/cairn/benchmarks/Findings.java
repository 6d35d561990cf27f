package dev.cairn.benchmarks;

import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.operation.Operation;
import dev.cairn.benchmarks.place.Service;
import dev.cairn.benchmarks.report.Endurance;
import dev.cairn.benchmarks.report.Footprint;
import dev.cairn.benchmarks.report.Measured;
import dev.cairn.benchmarks.report.Result;
import dev.cairn.benchmarks.report.Strain;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run finds out, told as it comes. */
final class Findings {
    private final List<Measured> operations = new ArrayList<>();
    private final List<Footprint> footprints = new ArrayList<>();
    private @Nullable Endurance endurance;
    private @Nullable Strain strain;
    private long contradictions;

    void of(Rounds rounds, List<Operation> chosen, Bench bench) throws IOException, SQLException {
        if (!chosen.isEmpty()) {
            System.out.printf(
                    "%-46s %9s %9s %6s %-11s %8s %8s %8s %6s %24s %6s%n",
                    "",
                    "service/s",
                    "pgbench/s",
                    "ratio",
                    "range",
                    "p50 ms",
                    "p99 ms",
                    "p99.9 ms",
                    "errors",
                    "µs: service/db/gen|db",
                    "RSS MB");
        }
        for (var operation : chosen) {
            var measured = rounds.of(operation, bench);
            operations.add(measured);
            tell(measured);
        }
        count(bench);
    }

    private static void tell(Measured it) {
        System.out.printf(
                "%s %-44s %9.0f %9.0f %6.2f %4.2f – %4.2f %8.2f %8.2f %8.2f %6d %24s %6d%n",
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
                "%.0f/%.0f/%.0f|%.0f"
                        .formatted(
                                it.cpu().service(),
                                it.cpu().database(),
                                it.cpu().generator(),
                                it.cpu().databaseOfPgBench()),
                it.residentMegabytes());
        if (it.errors() > 0) {
            System.out.println("  first error: " + it.firstError());
        }
    }

    /** Whether plans and tasks still agree, however many changed them at once. */
    private void count(Bench bench) throws SQLException {
        contradictions = bench.data().contradictions();
        if (contradictions > 0) {
            System.out.println(contradictions + " plans say otherwise than their tasks: something was lost");
        }
    }

    void of(Overload overload, Bench bench) throws IOException, SQLException {
        var found = overload.of(bench);
        strain = found;
        System.out.printf(
                "overload: %.0f/s can be sustained, %.0f/s taken of twice as many; %d refused, %d of them say when to come back; %d errors %s%n"
                        + "  %d told to be created, %d there; p99 %.0f ms, calm again after %.2f s%n",
                found.sustainable(),
                found.taken(),
                found.refused(),
                found.withRetryAfter(),
                found.errors(),
                found.firstError(),
                found.told(),
                found.kept(),
                found.p99(),
                found.recoverySeconds());
    }

    void of(Soak soak, List<Operation> chosen, Bench bench) throws IOException, SQLException {
        var found = soak.of(chosen, bench);
        endurance = found;
        System.out.printf(
                "soak: %,d answers, %d errors %s; memory, connections and files %s%n",
                found.answered(), found.errors(), found.firstError(), found.isFlat() ? "stayed flat" : "GREW");
        count(bench);
    }

    void of(StartUp startUp, List<Service.Form> forms) throws IOException {
        for (var form : forms) {
            var it = startUp.of(form);
            footprints.add(it);
            System.out.printf(
                    "start, %s: ready after %.3f s (%.3f – %.3f), %.2f s on a core, %.0f MB; first answer %.1f ms; %.0f MB after 10,000 requests; idle %.4f of a core%n",
                    it.form(),
                    it.readySeconds().median(),
                    it.readySeconds().least(),
                    it.readySeconds().greatest(),
                    it.cpuSeconds().median(),
                    it.residentAtReady().median(),
                    it.firstAnswerMillis().median(),
                    it.residentAfter().median(),
                    it.idleCores().median());
        }
    }

    boolean isSound() {
        return contradictions == 0
                && operations.stream().allMatch(it -> it.errors() == 0)
                && (strain == null || strain.isSound())
                && (endurance == null || endurance.errors() == 0);
    }

    Result result(
            Instant at,
            String revision,
            int size,
            String form,
            Map<String, String> machine,
            Map<String, String> settings) {
        return new Result(
                at.toString(), revision, size, form, machine, settings, operations, footprints, endurance, strain);
    }
}
