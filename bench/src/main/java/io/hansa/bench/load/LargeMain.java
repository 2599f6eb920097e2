package io.hansa.bench.load;

import java.io.IOException;

/** Load of large bodies, by {@link Orders}. */
public final class LargeMain {
    private LargeMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Orders.carryOut(order -> new LargeLoad(order).run());
    }
}
