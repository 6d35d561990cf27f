package dev.cairn.bootstrap.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does things at once. */
public final class Parallel {
    private Parallel() {}

    /** What came of doing a thing so many times, all of them let go at one moment. */
    public static <T> List<T> times(int count, IntFunction<T> work) {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(count);
        try {
            var running = IntStream.range(0, count)
                    .mapToObj(i -> pool.submit((Callable<T>) () -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(Parallel::result).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
