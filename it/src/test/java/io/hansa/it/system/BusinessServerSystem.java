package io.hansa.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A legacy business server on a free port of the loopback address, in this process, with the given
 * manners. {@link #refuse} and {@link #listen} take it off its port and put it back there.
 */
public final class BusinessServerSystem implements BusinessServer {
    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private final String id = "it-" + LAST_ID.incrementAndGet();
    private final Wire wire;
    private final Manners manners;
    private final Charset charset;
    private final ServerPort port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(1024);

    private BusinessServerSystem(Wire wire, Manners manners, Charset charset) throws IOException {
        this.wire = wire;
        this.manners = manners;
        this.charset = charset;
        this.port = ServerPort.open(id, this::converse);
    }

    /** Length-prefixed, and no charset: what comes is passed on untouched. */
    public static BusinessServerSystem that(Manners manners) throws IOException {
        return new BusinessServerSystem(new LengthPrefixWire(), manners, null);
    }

    /** Echoes texts in a charset of its own. */
    public static BusinessServerSystem echoing(Wire wire, Charset charset) throws IOException {
        return new BusinessServerSystem(wire, Manners.ECHO, charset);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int requests() {
        return requests.get();
    }

    /** Requests are kept for {@link #nextRequest}: those so far are not asked for. */
    public void forgetReceived() {
        received.clear();
    }

    /** The bytes of the next request in order, as they came in. */
    public byte[] nextRequest() throws InterruptedException {
        return Optional.ofNullable(received.poll(10, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("No request reached server " + id + "."));
    }

    @Override
    public JsonObjectBuilder entry(String capability) {
        JsonObjectBuilder entry =
                Json.createObjectBuilder()
                        .add("endpoint", "tcp://127.0.0.1:" + port.number())
                        .add("capabilities", Json.createArrayBuilder().add(capability))
                        .add("framing", wire.framing())
                        .add("timeoutMillis", 10_000);
        return charset == null ? entry : entry.add("charset", charset.name());
    }

    /** Leaves the port: new connections are refused, and all connections are closed. */
    public void refuse() {
        port.leave();
    }

    /** Comes back to its port. */
    public void listen() {
        port.comeBack();
    }

    private void converse(Socket socket) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            Line line = new Line(wire, socket.getOutputStream(), closing);
            Optional<byte[]> request = wire.read(in);
            while (request.isPresent()) {
                requests.incrementAndGet();
                received.offer(request.get());
                if (manners.take(request.get(), line) == Manners.Ends.HANG_UP) {
                    return;
                }
                request = wire.read(in);
            }
        } catch (IOException gone) {
            if (!socket.isClosed()) {
                Progress.say("The other side left server %s: %s", id, gone.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        port.leave();
    }
}
