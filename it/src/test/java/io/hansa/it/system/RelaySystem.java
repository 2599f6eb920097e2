package io.hansa.it.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Passes connections to one loopback address on to a port of this machine, as if that were there.
 * It can fall silent, as a host that vanished.
 */
public final class RelaySystem implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket();
    private final int target;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Thread acceptor;
    private volatile boolean silent;

    private RelaySystem(String address, int port, int target) throws IOException {
        this.target = target;
        listener.bind(new InetSocketAddress(address, port));
        open.add(listener);
    }

    public static RelaySystem start(String address, int port, int target) throws IOException {
        RelaySystem relay = new RelaySystem(address, port, target);
        relay.acceptor = background(relay::accept);
        Progress.say("%s:%d leads to port %d.", address, port, target);
        return relay;
    }

    /** From now on nothing is passed on, and nothing is closed. */
    public void fallSilent() {
        silent = true;
        Progress.say("%s says nothing more.", listener.getLocalSocketAddress());
    }

    private void accept() {
        try {
            while (true) {
                Socket from = listener.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(from);
                open.add(to);
                background(() -> pass(from, to));
                background(() -> pass(to, from));
            }
        } catch (IOException ended) {
            Progress.say("%s takes no more.", listener.getLocalSocketAddress());
            closeAll();
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (silent) {
                    closed.await();
                }
                out.write(some, 0, read);
            }
        } catch (IOException ended) {
            Progress.say("A connection over %s ended.", listener.getLocalSocketAddress());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Closes all connections; the address refuses new ones. A thread that waits for connections may
     * take one more while the port is being closed, so that thread is seen off first.
     */
    @Override
    public void close() {
        closeAll();
        try {
            acceptor.join(10_000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        closeAll();
    }

    private void closeAll() {
        closed.countDown();
        for (Closeable one : open) {
            try {
                one.close();
            } catch (IOException gone) {
                Progress.say("%s was closed: %s", one, gone.getMessage());
            }
        }
    }
}
