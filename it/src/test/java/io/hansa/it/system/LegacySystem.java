package io.hansa.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A legacy server on a free port of the loopback address that does with each connection what a test
 * says.
 */
public final class LegacySystem implements BusinessServer {
    /** What happens on one connection. */
    public interface Conversation {
        void hold(DataInputStream in, OutputStream out) throws IOException;
    }

    /** Takes a caller in: as it comes, or after a handshake. */
    public interface Door {
        Socket enter(Socket caller) throws IOException;
    }

    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private final String id = "it-legacy-" + LAST_ID.incrementAndGet();
    private final String host;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final String members;
    private final String scheme;
    private final Door door;
    private final Conversation conversation;
    private final Thread acceptor;

    /**
     * @param members of the server's entry beside endpoint and capabilities, as JSON
     */
    public LegacySystem(String members, Conversation conversation) throws IOException {
        this(members, members.contains("\"soap\"") ? "http" : "tcp", c -> c, conversation);
    }

    /**
     * @param scheme of the endpoint, which fits the door
     */
    public LegacySystem(String members, String scheme, Door door, Conversation conversation)
            throws IOException {
        this(members, scheme, "127.0.0.1", door, conversation);
    }

    private LegacySystem(
            String members, String scheme, String host, Door door, Conversation conversation)
            throws IOException {
        this.host = host;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName(host));
        this.members = members;
        this.scheme = scheme;
        this.door = door;
        this.conversation = conversation;
        this.acceptor = start(this::accept);
    }

    /** On the loopback address of IPv6. */
    public static LegacySystem onIpv6(
            String members, String scheme, Door door, Conversation conversation)
            throws IOException {
        return new LegacySystem(members, scheme, "[::1]", door, conversation);
    }

    @Override
    public String id() {
        return id;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections rather than requests, which only the conversation can tell apart. */
    @Override
    public int requests() {
        return connections.get();
    }

    @Override
    public JsonObjectBuilder entry(String capability) {
        try (var reader = Json.createReader(new StringReader("{" + members + "}"))) {
            JsonObjectBuilder entry = Json.createObjectBuilder(reader.readObject());
            return entry.add("endpoint", scheme + "://" + host + ":" + listener.getLocalPort())
                    .add("capabilities", Json.createArrayBuilder().add(capability))
                    .add("timeoutMillis", 10_000);
        }
    }

    /** Returns when nobody can connect any more: until its thread is out, the port stays open. */
    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join(10_000);
            for (Socket socket : open) {
                socket.close();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new IllegalStateException("The legacy server cannot leave its port.", gone);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                Socket caller = door.enter(socket)) {
            conversation.hold(
                    new DataInputStream(caller.getInputStream()), caller.getOutputStream());
        } catch (IOException gone) {
            // The proxy closed the connection, or the test did, or they could not shake hands.
        } finally {
            open.remove(socket);
        }
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task, "legacy-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
