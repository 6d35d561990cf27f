package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;
import java.sql.SQLException;

/** Any task gets another status than it has. */
final class SetTaskStatus extends Operation {
    private static final String DONE = "{\"status\": \"DONE\"}";
    private static final String IN_PROGRESS = "{\"status\": \"IN_PROGRESS\"}";

    SetTaskStatus() {
        super("e", "PUT task status", 200, "e-task-status.sql");
    }

    @Override
    public Requests requests(Bench bench) throws IOException, SQLException {
        var statuses = bench.data().statuses();
        var inProgress = new boolean[statuses.size()];
        for (int i = 0; i < inProgress.length; i++) {
            inProgress[i] = "IN_PROGRESS".equals(statuses.get(i));
        }
        var before = ("PUT /api/v1/tasks/" + Data.TASK).getBytes(US_ASCII);
        var done = behind(bench, DONE);
        var begun = behind(bench, IN_PROGRESS);
        return into -> {
            int task = bench.random().nextInt(inProgress.length);
            into.put(before).digits(Data.OFFSET + 1 + task, 12).put(inProgress[task] ? done : begun);
            inProgress[task] = !inProgress[task];
            return true;
        };
    }

    private static byte[] behind(Bench bench, String body) throws IOException {
        return ("/status" + bench.head() + "Content-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
    }

    @Override
    public void tidy(Bench bench) throws SQLException {
        bench.data().tidy();
    }
}
