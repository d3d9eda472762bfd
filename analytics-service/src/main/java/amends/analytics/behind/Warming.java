package amends.analytics.behind;

import amends.analytics.facts.KnownComplaint;
import amends.analytics.view.Figures;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.concurrent.atomic.AtomicBoolean;

/// Recalls at the start which complaints are stored already, beside the work: nobody waits for it,
/// but until it is done lists say that they may not be complete.
@Component
final class Warming {

    private final Figures figures;
    private final AtomicBoolean done = new AtomicBoolean();

    Warming(Figures figures) {
        this.figures = figures;
    }

    boolean isDone() {
        return done.get();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform()
                .name("recall-complaints")
                .daemon()
                .start(
                        () -> {
                            figures.recall(KnownComplaint.VIEW);
                            done.set(true);
                        });
    }
}
