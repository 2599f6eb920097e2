package io.hansa.demo.shop.wire;

import java.net.BindException;

/**
 * The life of a legacy server's process: start, say so in one line, serve until SIGTERM or SIGINT.
 */
@FunctionalInterface
public interface LegacyServer {

    /** A server that is listening; closing it ends its port and its connections. */
    AutoCloseable open(ServerOptions options) throws Exception;

    /**
     * Runs until the process is told to stop. Ends it with status 2 for a wrong command line and 1
     * when the server cannot start, each with one sentence on standard error.
     */
    static void run(String name, LegacyServer server, String... arguments) {
        try {
            ServerOptions options = ServerOptions.parse(arguments);
            AutoCloseable open = server.open(options);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(name, open)));
            System.out.println(name + " listens on 127.0.0.1:" + options.port());
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage());
        } catch (BindException e) {
            fail(1, name + " cannot start: end what listens on its port, or give another --port.");
        } catch (Exception e) {
            fail(1, name + " cannot start: " + e.getMessage());
        }
    }

    private static void close(String name, AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            System.err.println(name + " did not close cleanly: " + e.getMessage());
        }
    }

    private static void fail(int status, String sentence) {
        System.err.println(sentence);
        System.exit(status);
    }
}
