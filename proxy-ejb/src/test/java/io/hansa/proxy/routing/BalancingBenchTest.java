package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The algorithms compared on ten simulated servers: seven are well, one is slow, one comes and
 * goes, one fails fast. Run by {@code ./mvnw -Pbench -pl proxy-ejb -am test}; prints a table.
 */
@Tag("bench")
class BalancingBenchTest {
    private static final int REQUESTS = 4500;
    private static final int PER_SECOND = 300;

    @Test
    void oneSlowOneFlappingOneFailingOfTen() throws InterruptedException {
        print(
                "algorithm",
                "breaker",
                "well each %",
                "slow %",
                "flapping %",
                "failing %",
                "p99 ms",
                "errors %");
        for (boolean guarded : new boolean[] {false, true}) {
            for (Balancing balancing : Balancing.values()) {
                BalancingSimulation run = new BalancingSimulation(balancing, guarded);
                run.run(REQUESTS, PER_SECOND);
                print(
                        balancing.name(),
                        guarded ? "yes" : "no",
                        percent(run.share("well") / 7),
                        percent(run.share("slow")),
                        percent(run.share("flapping")),
                        percent(run.share("failing")),
                        "%.0f".formatted(run.p99Millis()),
                        percent(run.errors()));
                assertThat(run.share("well")).isPositive();
            }
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * 100);
    }

    private static void print(String... cells) {
        System.out.printf(
                "| %-17s | %-7s | %11s | %7s | %10s | %9s | %7s | %8s |%n", (Object[]) cells);
    }
}
