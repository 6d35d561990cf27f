package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.RequestBuffer;
import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A thousand values, one for each task of any twenty plans, which say the opposite of the last ones: every task moves. */
final class ReportTelemetry extends Operation {
    private static final int PLANS = 20;
    private static final int ROWS = PLANS * Data.TASKS;
    private static final byte[] ROW = ("{\"attributeId\":\"" + Data.ATTRIBUTE).getBytes(US_ASCII);
    private static final byte[] MET = "\",\"value\":150}".getBytes(US_ASCII);
    private static final byte[] UNMET = "\",\"value\": 50}".getBytes(US_ASCII);
    private static final byte[] BEGIN = "{\"values\":[".getBytes(US_ASCII);
    private static final byte[] COMMA = ",".getBytes(US_ASCII);
    private static final byte[] END = "]}".getBytes(US_ASCII);

    ReportTelemetry() {
        super("g", "POST 1,000 telemetry values, evaluated", 200, "g-telemetry.sql");
    }

    /** What people decided, telemetry would leave alone. */
    @Override
    public void prepare(Bench bench) throws SQLException {
        bench.data().handToTelemetry();
    }

    @Override
    public Requests requests(Bench bench) throws IOException, SQLException {
        var met = bench.data().met();
        var isMet = new boolean[met.size() / PLANS];
        for (int i = 0; i < isMet.length; i++) {
            isMet[i] = "true".equals(met.get(i * PLANS));
        }
        int length = BEGIN.length + ROWS * (ROW.length + 12 + MET.length) + (ROWS - 1) * COMMA.length + END.length;
        var before = ("POST /api/v1/telemetry/values" + bench.head()
                        + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(US_ASCII);
        return into -> {
            int group = bench.random().nextInt(isMet.length);
            isMet[group] = !isMet[group];
            into.put(before).put(BEGIN);
            rows(into, (long) group * ROWS, isMet[group] ? MET : UNMET);
            into.put(END);
            return true;
        };
    }

    private static void rows(RequestBuffer into, long tasksBefore, byte[] value) {
        for (int row = 0; row < ROWS; row++) {
            if (row > 0) {
                into.put(COMMA);
            }
            into.put(ROW)
                    .digits(Data.OFFSET + (tasksBefore + row) * Data.ATTRIBUTES + 1, 12)
                    .put(value);
        }
    }

    @Override
    Map<String, String> variables(Bench bench) {
        return Map.of(
                "customers",
                String.valueOf(bench.data().customers()),
                "batch",
                UUID.randomUUID().toString());
    }

    @Override
    public void tidy(Bench bench) throws SQLException {
        bench.data().tidy();
    }
}
