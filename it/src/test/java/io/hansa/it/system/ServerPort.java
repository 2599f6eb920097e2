package io.hansa.it.system;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A port of the loopback address that can be left and taken again; each connection has a thread of
 * its own.
 */
final class ServerPort {
    private static final int BACKLOG = 64;

    private final String name;
    private final Consumer<Socket> conversation;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile Thread acceptor;
    private int number;

    private ServerPort(String name, Consumer<Socket> conversation) {
        this.name = name;
        this.conversation = conversation;
    }

    /**
     * @param conversation holds a connection until it is to be closed
     */
    static ServerPort open(String name, Consumer<Socket> conversation) throws IOException {
        ServerPort port = new ServerPort(name, conversation);
        port.number = port.listen(0);
        return port;
    }

    int number() {
        return number;
    }

    /**
     * Closes the port and all its connections. A thread that waits for connections may take one
     * more while the port is being closed, so that thread is seen off first.
     */
    void leave() {
        Set.copyOf(open).forEach(this::close);
        try {
            acceptor.join(10_000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        Set.copyOf(open).forEach(this::close);
    }

    /** Listens again, once the system has given the port up. */
    void comeBack() {
        await("port " + number + " is free again")
                .atMost(Duration.ofSeconds(10))
                .ignoreException(BindException.class)
                .until(() -> listen(number) == number);
    }

    private int listen(int wanted) throws IOException {
        ServerSocket listener = new ServerSocket(wanted, BACKLOG, InetAddress.getLoopbackAddress());
        open.add(listener);
        acceptor = start(() -> accept(listener));
        return listener.getLocalPort();
    }

    private void accept(ServerSocket listener) {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                start(() -> converse(socket));
            }
        } catch (IOException left) {
            close(listener);
        }
    }

    private void converse(Socket socket) {
        try {
            conversation.accept(socket);
        } finally {
            close(socket);
        }
    }

    private Thread start(Runnable task) {
        Thread thread = new Thread(task, "server " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void close(Closeable closeable) {
        open.remove(closeable);
        try {
            closeable.close();
        } catch (IOException alreadyGone) {
            Progress.say("A socket of %s was gone already: %s", name, alreadyGone.getMessage());
        }
    }
}
