package io.hansa.proxy.federation;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads one document over HTTP within bounds of length and time. */
public final class BoundedFetch {
    private BoundedFetch() {}

    /**
     * The thread waits for the whole of it, however slowly it comes, until the deadline and no
     * longer; then the connection is closed.
     *
     * @param maxBytes a longer document fails
     * @throws TimeoutException if it is not whole at the deadline
     * @throws ExecutionException with the reason why there is none
     * @throws IOException if this node is stopping
     */
    public static HttpResponse<byte[]> read(
            HttpClient client, HttpRequest request, int maxBytes, Duration deadline)
            throws TimeoutException, ExecutionException, IOException {
        CompletableFuture<HttpResponse<byte[]>> reading =
                client.sendAsync(request, head -> new BoundedBody(maxBytes));
        try {
            return reading.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("this node is stopping", stopping);
        } finally {
            reading.cancel(true); // closes the connection of what is not done (JDK-8245462)
        }
    }
}
