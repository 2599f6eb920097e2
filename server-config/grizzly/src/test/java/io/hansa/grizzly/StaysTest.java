package io.hansa.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StaysTest {
    private final Stays stays = new Stays();

    @Test
    void oneWorkerOfFourIsLeftForTheOthers() {
        assertThat(stays.begin(() -> 4)).isTrue();
        assertThat(stays.begin(() -> 4)).isTrue();
        assertThat(stays.begin(() -> 4)).isTrue();
        assertThat(stays.begin(() -> 4)).isFalse();
        stays.end(true);
        assertThat(stays.begin(() -> 4)).isTrue();
    }

    @Test
    void ofManyNoMoreThan32Stay() {
        for (int i = 0; i < 32; i++) {
            assertThat(stays.begin(() -> 320)).isTrue();
        }
        assertThat(stays.begin(() -> 320)).isFalse();
    }

    @Test
    void theOnlyWorkerStaysWithNobody() {
        assertThat(stays.begin(() -> 1)).isFalse();
    }

    @Test
    void whereItIsInVainHardlyAnyStayUntilItIsNot() {
        assertThat(begunOf(4, false)).isEqualTo(4);
        assertThat(begunOf(6_400, false)).isEqualTo(100);
        assertThat(begunOf(64, true)).isEqualTo(1);
        assertThat(begunOf(100, true)).isEqualTo(100);
    }

    private int begunOf(int times, boolean inTime) {
        int begun = 0;
        for (int i = 0; i < times; i++) {
            if (stays.begin(() -> 8)) {
                begun++;
                stays.end(inTime);
            }
        }
        return begun;
    }
}
