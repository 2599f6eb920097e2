package io.hansa.connector.bench;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Dialogue;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerConnectionFactory;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.adapter.ConnectorAdapter;
import io.hansa.connector.adapter.ServerManagedConnectionFactory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Borrow, exchange 256 bytes with a local echo server, return; and the same exchange on a socket of
 * one's own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx256m")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExchangeBenchmark {

    private static final int BYTES = 256;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final LengthPrefix FRAMING =
            new LengthPrefix(4, LengthEncoding.BINARY, false, 0, null);

    private final byte[] payload = new byte[BYTES];
    private final ConnectorAdapter adapter = new ConnectorAdapter();
    private EchoServer server;
    private ServerConnectionFactory connections;
    private ServerTarget pooled;
    private ServerTarget shared;
    private Socket socket;
    private DataInputStream in;
    private DataOutputStream out;

    @Setup
    public void start() throws Exception {
        server = new EchoServer();
        adapter.start(null);
        ServerManagedConnectionFactory factory = new ServerManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        connections = (ServerConnectionFactory) factory.createConnectionFactory();
        URI endpoint = URI.create("tcp://127.0.0.1:" + server.port());
        pooled = new ServerTarget("pooled", endpoint, FRAMING, null, 4, 1000, 1 << 20, null);
        shared =
                new ServerTarget(
                        "shared",
                        endpoint,
                        new Dialogue(FRAMING, new ByteRange(0, 8)),
                        null,
                        4,
                        1000,
                        1 << 20,
                        null);
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    @TearDown
    public void stop() throws IOException {
        adapter.stop();
        socket.close();
        server.close();
    }

    @Benchmark
    public byte[] bareSocket() throws IOException {
        byte[] frame = ByteBuffer.allocate(4 + BYTES).putInt(BYTES).put(payload).array();
        out.write(frame);
        byte[] reply = new byte[in.readInt()];
        in.readFully(reply);
        return reply;
    }

    @Benchmark
    public byte[] adapter() throws Exception {
        return exchange(pooled);
    }

    @Benchmark
    public byte[] adapterWithCorrelation() throws Exception {
        return exchange(shared);
    }

    private byte[] exchange(ServerTarget target) throws Exception {
        try (ServerConnection connection = connections.getConnection()) {
            return connection
                    .exchange(
                            target,
                            new ServerRequest(
                                    payload,
                                    "application/octet-stream",
                                    Map.of(),
                                    System.nanoTime() + TIMEOUT_NANOS))
                    .payload();
        }
    }
}
