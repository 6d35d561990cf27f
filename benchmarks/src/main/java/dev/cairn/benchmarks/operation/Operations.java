package dev.cairn.benchmarks.operation;

import java.util.List;

/** All that is measured. */
public final class Operations {
    private Operations() {}

    /** In the order in which they leave the data to each other: people's decisions come after telemetry. */
    public static List<Operation> all() {
        return List.of(
                new ReadCustomer(),
                new ListCustomers(),
                new ReadPlan(),
                new CreateCustomer(),
                new AssignProduct(),
                new ReportTelemetry(),
                new SetTaskStatus(),
                new SyncPlan(),
                new RollOut());
    }
}
