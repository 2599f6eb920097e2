package io.hansa.bench;

import java.util.List;

/** One thing that is larger, or smaller, than usual. */
record FlatCase(String title, RegistrySize size, int connections) {
    private static final int ACCOUNTS = 100_000;
    private static final int CAPABILITIES = 10_000;
    private static final int CONNECTIONS = 32;
    static final int MOST_CONNECTIONS = 512;

    static final FlatCase USUAL = new FlatCase("as usual", RegistrySize.USUAL, CONNECTIONS);
    static final FlatCase ACCOUNTS_CHANGE =
            sized("100,000 accounts, one changed a second", new RegistrySize(ACCOUNTS, 10, 2));

    static List<FlatCase> all() {
        return List.of(
                sized("100,000 accounts", new RegistrySize(ACCOUNTS, 10, 2)),
                sized("10,000 capabilities", new RegistrySize(10, CAPABILITIES, 2)),
                sized("1 business server", new RegistrySize(10, 10, 1)),
                sized("8 business servers", new RegistrySize(10, 10, 8)),
                sized("64 business servers", new RegistrySize(10, 10, 64)),
                new FlatCase("1 connection", RegistrySize.USUAL, 1),
                new FlatCase("8 connections", RegistrySize.USUAL, 8),
                new FlatCase("128 connections", RegistrySize.USUAL, 128),
                new FlatCase("512 connections", RegistrySize.USUAL, MOST_CONNECTIONS));
    }

    private static FlatCase sized(String title, RegistrySize size) {
        return new FlatCase(title, size, CONNECTIONS);
    }
}
