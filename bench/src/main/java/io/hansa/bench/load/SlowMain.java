package io.hansa.bench.load;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Slow callers. Reads an order, and opens CONNECTIONS callers. Writes {@code ready} when all are
 * connected. Reads any line, ends the callers, and writes their outcome. And again, until the input
 * ends. MILLIS is how long each waits from byte to byte.
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
