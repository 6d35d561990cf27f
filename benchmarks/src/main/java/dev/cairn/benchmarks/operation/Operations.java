package dev.cairn.benchmarks.operation;

import java.util.List;

/** All that is measured. */
public final class Operations {
    private Operations() {}

    /** Bringing in new customers: a write that anybody can count afterwards. */
    public static Operation creating() {
        return new CreateCustomer();
    }

    /** In the order in which they leave the data to each other: people's decisions come after telemetry. */
    public static List<Operation> all() {
        return List.of(
                ReadOne.customer(),
                new ListCustomers(),
                ReadOne.plan(),
                new CreateCustomer(),
                new AssignProduct(),
                new ReportTelemetry(),
                new SetTaskStatus(),
                new SyncPlan(),
                new RollOut());
    }
}
