package dev.cairn.benchmarks.operation;

import dev.cairn.benchmarks.load.Outcome;
import dev.cairn.benchmarks.load.Requests;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Every plan of a product follows it, as a job: what is counted are plans, between the job's own begin and end. */
final class RollOut extends MovingPlans {
    private static final int PLANS = 2_000;

    private String lastJob = "00000000-0000-0000-0000-000000000000";

    RollOut() {
        super("r", "Roll-out to 50-task plans, 10 changed: plans", "r-roll-out.sql", PLANS);
    }

    @Override
    public Requests requests(Bench bench) {
        throw new IllegalStateException("one request starts it all");
    }

    @Override
    Map<String, String> variables(Bench bench) {
        return Map.of("job", lastJob);
    }

    @Override
    public Window<Outcome> byService(Bench bench, double seconds) throws IOException, SQLException {
        var whole = new Outcome();
        var cpu = Cpu.NONE;
        do {
            ready(bench);
            var before = Cpu.now(bench);
            whole.add(job(bench));
            cpu = cpu.plus(Cpu.since(before, bench));
        } while (seconds - whole.seconds() > TOO_SHORT_SECONDS);
        return new Window<>(whole, cpu);
    }

    private Outcome job(Bench bench) throws IOException {
        var started =
                bench.api().post("/api/v1/products/" + bench.data().products().moving() + "/roll-out", "{}");
        lastJob = started.path("jobId").asText();
        var job = started;
        do {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            job = bench.api().get("/api/v1/jobs/" + lastJob);
        } while (job.path("endedAt").isMissingNode() || job.path("endedAt").isNull());
        var result = job.path("result");
        var took = Duration.between(
                Instant.parse(job.path("begunAt").asText()),
                Instant.parse(job.path("endedAt").asText()));
        var whole = result.path("changed").asInt() >= PLANS
                && result.path("updated").asInt() >= PLANS * Moves.CHANGED;
        return Outcome.of(
                result.path("changed").asInt(), took.toNanos() / 1e9, whole ? 0 : 1, whole ? "" : job.toString());
    }
}
