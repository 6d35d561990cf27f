package dev.cairn.application.jobs;

import jakarta.inject.Singleton;

/** Says inside this process that there is a new job, so that nobody has to wait until somebody looks. */
@Singleton
public class JobBell {
    private volatile Runnable heard = () -> {};

    /** There is a new job. */
    public void ring() {
        heard.run();
    }

    /** What happens when it rings; must not wait. */
    public void onRing(Runnable answer) {
        heard = answer;
    }
}
