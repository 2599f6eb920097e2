package io.hansa.bench.load;

import java.io.IOException;

/** Load on connections that are kept, by {@link Orders}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Orders.carryOut(order -> new Load(order).run().line());
    }
}
