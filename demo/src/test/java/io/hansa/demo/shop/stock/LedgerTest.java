package io.hansa.demo.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Product mouse = new Product("mouse", "无线鼠标");
    private final Ledger ledger = new Ledger();

    LedgerTest() {
        ledger.open(mouse, 100);
    }

    @Test
    void findsByNumberAndByName() {
        assertThat(ledger.find("mouse")).contains(mouse);
        assertThat(ledger.find("无线鼠标")).contains(mouse);
        assertThat(ledger.find("cat")).isEmpty();
    }

    @Test
    void keepsARunningBalance() {
        assertThat(ledger.move(mouse, -30)).contains(new Ledger.Movement(1, 70));
        assertThat(ledger.move(mouse, 5)).contains(new Ledger.Movement(2, 75));
        assertThat(ledger.balance(mouse)).isEqualTo(75);
    }

    @Test
    void neverGoesBelowZero() {
        assertThat(ledger.move(mouse, -101)).isEmpty();
        assertThat(ledger.balance(mouse)).isEqualTo(100);
        assertThat(ledger.move(mouse, -100)).isPresent();
    }

    @Test
    void givesEachPieceOnceToManyAtOnce() throws Exception {
        ExecutorService takers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> takes =
                    Stream.<Callable<Boolean>>generate(
                                    () -> () -> ledger.move(mouse, -1).isPresent())
                            .limit(1_000)
                            .toList();
            long taken = 0;
            for (var take : takers.invokeAll(takes)) {
                taken += take.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(100);
            assertThat(ledger.balance(mouse)).isZero();
        } finally {
            takers.shutdownNow();
        }
    }
}
