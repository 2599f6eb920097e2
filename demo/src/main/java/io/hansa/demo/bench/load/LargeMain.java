package io.hansa.demo.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Load of large bodies: one order a line in, one result a line out, one after the other, until the input ends. */
public final class LargeMain {
    private LargeMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            System.out.println(new LargeLoad(Order.parse(line)).run());
        }
    }
}
