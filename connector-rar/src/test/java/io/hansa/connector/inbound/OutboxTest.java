package io.hansa.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * While a frame is being written, others become ready: here by the thread that writes, so that all
 * is in a known order.
 */
@Timeout(20)
class OutboxTest {

    private final List<String> wire = new ArrayList<>();
    private final Outbox outbox = new Outbox(this::write);

    @Test
    void framesAreWrittenWholeInCompletionOrder() {
        outbox.send(new byte[] {0});
        assertThat(wire)
                .containsExactly(
                        "0 begins",
                        "0 ends",
                        "1 begins",
                        "1 ends",
                        "2 begins",
                        "2 ends",
                        "3 begins",
                        "3 ends");
        outbox.send(new byte[] {3});
        assertThat(wire).endsWith("3 begins", "3 ends").hasSize(10);
    }

    private void write(byte[] frame) {
        int number = frame[0];
        wire.add(number + " begins");
        if (number < 3) {
            outbox.send(new byte[] {(byte) (number + 1)});
        }
        wire.add(number + " ends");
    }
}
