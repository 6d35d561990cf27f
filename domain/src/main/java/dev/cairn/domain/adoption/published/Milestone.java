package dev.cairn.domain.adoption.published;

import java.math.BigDecimal;

/** What a plan reaches on its way, in the order it is told. Each is reached once: what happens later takes none back. */
public enum Milestone {
    /** A quarter of the weight that counts is complete. */
    PERCENT_25(25),
    /** Half of it. */
    PERCENT_50(50),
    /** Three quarters of it. */
    PERCENT_75(75),
    /** All of it. */
    PERCENT_100(100),
    /**
     * Every required task is complete, and there is one. Required is every task that counts: who does not need a task says
     * so by NOT_APPLICABLE. Tasks that weigh nothing are required too.
     */
    GO_LIVE(0) {
        @Override
        public boolean isReachedBy(Progress progress) {
            return progress.totalTasks() > 0 && progress.completedTasks() == progress.totalTasks();
        }
    };

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal percent;

    Milestone(int percent) {
        this.percent = BigDecimal.valueOf(percent);
    }

    /**
     * Whether a plan with these figures is there. Weights are compared exactly: what only rounds up to a percentage has not
     * reached it, and where nothing weighs anything there is no percentage to reach.
     */
    public boolean isReachedBy(Progress progress) {
        return progress.totalWeight().signum() > 0
                && progress.completedWeight()
                                .multiply(HUNDRED)
                                .compareTo(progress.totalWeight().multiply(percent))
                        >= 0;
    }
}
