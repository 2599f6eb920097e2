package io.hansa.connector.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrainLatchTest {

    private final DrainLatch gate = new DrainLatch();

    @Test
    void closedLatchRefusesEntry() {
        assertThat(gate.enter()).isTrue();
        assertThat(gate.leave()).isFalse();
        assertThat(gate.shut()).isTrue();
        assertThat(gate.enter()).isFalse();
        assertThat(gate.isEmptyForGood()).isTrue();
    }

    @Test
    void theLastOneOutFindsItEmpty() {
        gate.enter();
        gate.enter();
        assertThat(gate.shut()).isFalse();
        assertThat(gate.leave()).isFalse();
        assertThat(gate.isEmptyForGood()).isFalse();
        assertThat(gate.leave()).isTrue();
    }

    @Test
    void itIsShutOnce() {
        assertThat(gate.shut()).isTrue();
        assertThat(gate.shut()).isFalse();
    }
}
