package io.hansa.bench;

import java.io.IOException;

/** Where load goes: straight to the business server, or through a proxy. */
interface Target {
    String PATH = "/api/v1/services/" + EverythingOn.CAPABILITY;

    Sample load(Worker load, Mode mode, double seconds) throws IOException, InterruptedException;

    static Target direct(int port) {
        return (load, mode, seconds) -> Sample.of(load.ask(order(port, mode, seconds, "-")), 0);
    }

    /** The token is fetched again for each round, so that it never expires within one. */
    static Target through(BenchNode node) {
        return (load, mode, seconds) -> {
            String order = order(node.port(), mode, seconds, "Bearer " + node.token());
            double before = node.meter().cpuSeconds();
            String told = load.ask(order);
            return Sample.of(told, node.meter().cpuSeconds() - before);
        };
    }

    private static String order(int port, Mode mode, double seconds, String authorization) {
        return "%d %s %d %d %d %s"
                .formatted(
                        port,
                        PATH,
                        mode.connections(),
                        mode.bodyBytes(),
                        Math.round(seconds * 1000),
                        authorization);
    }
}
