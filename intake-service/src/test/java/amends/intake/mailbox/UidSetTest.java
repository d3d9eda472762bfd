package amends.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

class UidSetTest {

    @Test
    void ranksAreWrittenShort() {
        UidSet uids = new UidSet();
        LongStream.of(3, 1, 7, 2, 8).forEach(uids::add);
        assertThat(uids).hasToString("1:3,7:8");
        assertThat(UidSet.before(1)).hasToString("");
        assertThat(UidSet.before(10_001)).hasToString("1:10000");
    }

    @Test
    void whateverWasAddedInWhateverOrderIsInIt() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            UidSet uids = new UidSet();
            TreeSet<Long> plain = new TreeSet<>();
            for (int i = 0; i < random.nextInt(60); i++) {
                long uid = 1 + random.nextInt(40);
                uids.add(uid);
                plain.add(uid);
            }
            UidSet read = UidSet.parse(uids.toString());
            for (long uid = 0; uid <= 42; uid++) {
                assertThat(read.contains(uid)).isEqualTo(plain.contains(uid));
            }
            assertThat(read).hasToString(uids.toString());
        }
    }
}
