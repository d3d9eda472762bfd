package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class PortsTest {

    private final Ports ports = new Ports(8080);

    @Test
    void followTheTableThatServicesAssumeByDefault() {
        assertThat(ports.of(Part.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(Part.INTAKE)).isEqualTo(8081);
        assertThat(ports.of(Part.WORKFLOW)).isEqualTo(8082);
        assertThat(ports.of(Part.ANALYTICS)).isEqualTo(8083);
        assertThat(ports.of(Part.NOTIFICATION)).isEqualTo(8084);
        assertThat(ports.kafka()).isEqualTo("127.0.0.1:8085");
        assertThat(ports.controller()).isEqualTo(8086);
        assertThat(ports.of(Part.DATABASE)).isEqualTo(8087);
        assertThat(ports.smtp()).isEqualTo(8088);
        assertThat(ports.of(Part.MAIL_SINK)).isEqualTo(8089);
    }

    @Test
    void nobodySharesOne() {
        IntStream parts = Arrays.stream(Part.values()).mapToInt(ports::of);
        List<Integer> all =
                IntStream.concat(parts, IntStream.of(ports.controller(), ports.smtp()))
                        .boxed()
                        .toList();

        assertThat(all).doesNotHaveDuplicates().allMatch(port -> port >= 8080 && port < 8090);
    }

    @Test
    void mustBePossible() {
        assertThatThrownBy(() -> new Ports(65530)).hasMessageContaining("between 1024 and 65526");
        assertThatThrownBy(() -> new Ports(80)).hasMessageContaining("80 does not");
    }
}
