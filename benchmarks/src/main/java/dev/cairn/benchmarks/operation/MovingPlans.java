package dev.cairn.benchmarks.operation;

import dev.cairn.benchmarks.place.Data;
import java.io.IOException;
import java.sql.SQLException;

/** What is done with plans of their own, which all have ten tasks behind their product each time it begins. */
abstract class MovingPlans extends Operation {
    private final int plans;
    private final Moves moves = new Moves();

    MovingPlans(String key, String title, String script, int plans) {
        super(key, title, 200, script);
        this.plans = plans;
    }

    @Override
    public final void prepare(Bench bench) throws SQLException {
        bench.data().tidy();
        bench.data().addMoving(plans);
    }

    @Override
    final int ready(Bench bench) throws IOException, SQLException {
        moves.change(bench);
        bench.data().restart(Data.MOVING);
        return plans;
    }
}
