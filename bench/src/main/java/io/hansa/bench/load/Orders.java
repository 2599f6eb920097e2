package io.hansa.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** One order a line in, one result a line out, one after the other, until the input ends. */
final class Orders {
    interface Work {
        String result(Order order) throws IOException, InterruptedException;
    }

    private Orders() {}

    static BufferedReader input() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    }

    static void carryOut(Work work) throws IOException, InterruptedException {
        BufferedReader orders = input();
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            System.out.println(work.result(Order.parse(line)));
        }
    }
}
