package io.hansa.demo.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
        Product cable = new Product("cable", "数据线");
        ledger.open(cable, 100_000);
        ExecutorService takers = Executors.newFixedThreadPool(8);
        try {
            long taken = 0;
            Callable<Long> taker = () -> taken(cable);
            for (var share : takers.invokeAll(Collections.nCopies(8, taker))) {
                taken += share.get();
            }
            assertThat(taken).isEqualTo(100_000);
            assertThat(ledger.balance(cable)).isZero();
        } finally {
            takers.shutdownNow();
        }
    }

    private long taken(Product product) {
        return IntStream.range(0, 50_000).filter(i -> ledger.move(product, -1).isPresent()).count();
    }
}
