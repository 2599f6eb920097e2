package io.hansa.bench.load;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Slow callers: an order in, for which CONNECTIONS callers come and stay; the word {@code ready}
 * out when all are there; any line in, and they go; what became of them out. And again, until the
 * input ends. MILLIS is how long each waits from byte to byte.
 */
public final class SlowMain {
    private SlowMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader orders = Orders.input();
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            try (SlowCallers callers = SlowCallers.come(Order.parse(line))) {
                Thread dripping = new Thread(callers, "slow callers");
                dripping.start();
                System.out.println("ready");
                orders.readLine();
                dripping.interrupt();
                dripping.join();
                System.out.println(callers.line());
            }
        }
    }
}
