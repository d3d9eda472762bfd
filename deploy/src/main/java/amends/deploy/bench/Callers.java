package amends.deploy.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/// Many that call at the same time, each one call after the other.
///
/// @param count how many
/// @param time how long
record Callers(int count, Duration time) {

    /// @param call is given a running number and says whether it went well
    /// @return how many a second went well
    double asFastAsTheyCan(IntPredicate call) {
        return run(0, call);
    }

    /// Fewer a second when they can't.
    double paced(int perSecond, IntPredicate call) {
        return run(TimeUnit.SECONDS.toNanos(1) / perSecond, call);
    }

    private double run(long gapNanos, IntPredicate call) {
        AtomicInteger next = new AtomicInteger();
        AtomicLong went = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        Runnable caller =
                () -> {
                    while (System.nanoTime() < end) {
                        int number = next.getAndIncrement();
                        LockSupport.parkNanos(began + number * gapNanos - System.nanoTime());
                        went.addAndGet(call.test(number) ? 1 : 0);
                    }
                };
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                callers.execute(caller);
            }
        }
        return Bench.perSecond(went.get(), began);
    }
}
