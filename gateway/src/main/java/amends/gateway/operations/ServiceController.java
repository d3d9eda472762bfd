package amends.gateway.operations;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Answers how the services feel.
@RestController
class ServiceController {

    private final ServiceWatch watch;
    private final InstantSource clock = InstantSource.system();

    ServiceController(ServiceWatch watch) {
        this.watch = watch;
    }

    record Services(Instant asOf, List<ServiceHealth> items) {}

    @GetMapping("/api/services")
    Services services() {
        return new Services(clock.instant(), watch.look());
    }
}
