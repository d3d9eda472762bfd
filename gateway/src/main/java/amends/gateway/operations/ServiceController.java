package amends.gateway.operations;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Answers how the services feel.
@RestController
class ServiceController {

    private final OwnHealth own;
    private final ServiceWatch watch;
    private final InstantSource clock = InstantSource.system();

    ServiceController(OwnHealth own, ServiceWatch watch) {
        this.own = own;
        this.watch = watch;
    }

    record Services(Instant asOf, List<ServiceHealth> items) {}

    @GetMapping("/api/services")
    Services services() {
        List<ServiceHealth> all = new ArrayList<>(List.of(own.look()));
        all.addAll(watch.look());
        return new Services(clock.instant(), all);
    }
}
