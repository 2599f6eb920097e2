package io.hansa.client.bench;

import io.hansa.client.CapabilityClient;
import io.hansa.client.HansaClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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

/** A call of 256 bytes through the library, and the same request through the bare HttpClient. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx256m")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClientBenchmark {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final byte[] payload = new byte[256];
    private EchoProxy proxy;
    private EchoProxy other;
    private HttpClient bare;
    private URI service;
    private HansaClient client;
    private CapabilityClient capability;

    @Setup
    public void start() throws IOException {
        proxy = new EchoProxy();
        other = new EchoProxy();
        service = proxy.uri().resolve("/api/v1/services/echo");
        bare = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        client =
                HansaClient.builder()
                        .proxies(proxy.uri(), other.uri())
                        .basic("shop", "shop-demo")
                        .build();
        capability = client.capability("echo");
    }

    @TearDown
    public void stop() throws IOException {
        client.close();
        proxy.close();
        other.close();
    }

    /** With the headers that the library sends. */
    @Benchmark
    public byte[] bareClient() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(service)
                        .POST(BodyPublishers.ofByteArray(payload))
                        .timeout(Duration.ofSeconds(10))
                        .header("Hansa-Timeout-Ms", "10000")
                        .header("Authorization", "Basic c2hvcDpzaG9wLWRlbW8=")
                        .header("Content-Type", "application/octet-stream")
                        .header("traceparent", TRACE)
                        .build();
        return bare.send(request, BodyHandlers.ofByteArray()).body();
    }

    @Benchmark
    public byte[] library() {
        return capability.send(payload).body();
    }
}
