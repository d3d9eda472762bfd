package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class StatusCommandTest {

    @Test
    void addsUpTheMemory() {
        String table =
                StatusCommand.table(
                        List.of(
                                new StatusCommand.Row(
                                        "broker",
                                        11,
                                        8085,
                                        "ready",
                                        200 << 20,
                                        75,
                                        "/data/logs/broker.log"),
                                new StatusCommand.Row(
                                        "gateway",
                                        12,
                                        8080,
                                        "not ready",
                                        50 << 20,
                                        3,
                                        "/data/logs/gateway.log")));

        assertThat(table)
                .isEqualTo(
                        """
                        process   pid  port  state         RSS      uptime  log
                        broker     11  8085  ready      200 MB  1 min 15 s  /data/logs/broker.log
                        gateway    12  8080  not ready   50 MB         3 s  /data/logs/gateway.log
                        together                        250 MB
                        """);
    }

    @Test
    void countsHours() {
        assertThat(StatusCommand.uptime(2 * 3600 + 5 * 60)).isEqualTo("2 h 5 min");
    }

    @Test
    void readsResidentMemoryAsTheSystemWritesIt() {
        assertThat(ResidentMemory.fromProc("Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t   512 kB\n"))
                .isEqualTo(512 * 1024);
        assertThat(ResidentMemory.of(ProcessHandle.current().pid())).isPositive();
    }
}
