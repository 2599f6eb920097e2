package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.web.container.ContainerBehaviour;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/**
 * The body of a servlet request. {@link #arrived} takes a short body that came with the request's
 * head. For every other body {@link AsyncBodyReader} calls {@link #read} as the bytes arrive. It
 * never reads more than is allowed. For one thread at a time, except {@link #forget}.
 */
final class ServletBody implements Body {
    /** A longer body is not read at once, because its memory is leased first. */
    static final int MAX_IMMEDIATE = 64 << 10;

    private static final long TLS_MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final byte[] NONE = {};

    /** The same name stands in the module for Grizzly. */
    private static final String CONTINUE = "hansa.http.continue";

    private final HttpServletRequest request;
    private final ContainerBehaviour container;

    /** -1 where the request declares no length. */
    private final long declared;

    private byte[] data = NONE;
    private int received;
    private boolean complete;
    private boolean readBegun;
    private BodyBuffer buffer;
    private boolean mayWait;
    private long waitingSince;

    ServletBody(HttpServletRequest request, ContainerBehaviour container) {
        this.request = request;
        this.container = container;
        this.declared = request.getContentLengthLong();
    }

    @Override
    public byte[] arrived(int max) throws IOException {
        if (complete) {
            return data;
        }
        if (declared > max) {
            throw Body.tooLarge(max);
        }
        if (declared < 0 || declared > MAX_IMMEDIATE) {
            return null;
        }
        ServletInputStream in = request.getInputStream();
        beginReading();
        data = new byte[(int) declared];
        while (received < data.length) {
            int available = in.available();
            if (available > 0) {
                read(in, Math.min(available, data.length - received));
            } else if (mayWait) {
                waitFor(in);
            } else {
                return null;
            }
        }
        complete = true;
        return data;
    }

    /** The complete body. */
    byte[] data() {
        return data;
    }

    /**
     * Whether a thread should wait for this body. A TLS client sends even a short body in a record
     * of its own, so it is hardly ever there with the head. The client's certificate says who it
     * is.
     */
    boolean isExpectedSoon() {
        return !complete && request.isSecure() && declared >= 0 && declared <= MAX_IMMEDIATE;
    }

    /** From now on {@link #arrived} waits, for five seconds at most, on a thread that may wait. */
    void allowWaiting() {
        mayWait = true;
        waitingSince = System.nanoTime();
    }

    /** The rest of the body. From now on it is read there and nowhere else. */
    BoundedRequestInput remaining() throws IOException {
        beginReading();
        long rest = declared < 0 ? declared : declared - received();
        return new BoundedRequestInput(
                request.getInputStream(), rest, container.endOfBodyIsAskedFor());
    }

    /** The rest of a refused body. Its client is not told to send it. */
    BoundedRequestInput unwanted() throws IOException {
        readBegun = true;
        return remaining();
    }

    /**
     * From now on the body takes only as much memory as has arrived, and the lease pays for it.
     *
     * @throws Failure OVERLOADED where there is no memory for it
     */
    synchronized void leaseFrom(BodyMemoryBudget.Lease lease) {
        buffer = new BodyBuffer(lease, declared, data, received);
        data = NONE;
    }

    /**
     * Takes what can be read without waiting.
     *
     * @return whether the body is still wanted
     * @throws Failure BODY_TOO_LARGE, or OVERLOADED where there is no memory for it
     */
    boolean read(BoundedRequestInput in, int max) throws IOException {
        return buffer.read(in, max);
    }

    /** The container has signalled the end of the body. */
    synchronized void end() throws IOException {
        byte[] all = buffer.end();
        if (all != null) {
            data = all;
            complete = true;
        }
    }

    @Override
    public synchronized void forget() {
        data = NONE;
        if (buffer != null) {
            buffer.discard();
        }
    }

    /**
     * Whether the rest of a refused body must be drained without a worker. The container itself
     * takes a rest in TLS and, unless a worker waits for it, a short one. A client that waits for
     * {@code 100 Continue} sends nothing, and is not asked to.
     */
    boolean mustBeDrained() {
        if (complete || request.isSecure()) {
            return false;
        }
        if (clientWaitsForContinue() && container.readingSendsContinue()) {
            return false;
        }
        if (declared < 0) {
            return request.getHeader("Transfer-Encoding") != null;
        }
        long rest = declared - received();
        return rest > MAX_IMMEDIATE
                || rest > 0 && container.waitsForShortUnreadBody() && arrivesLater(rest);
    }

    /**
     * Not after the first read: containers send {@code 100 Continue} when they begin to read the
     * body. (RFC 9110, section 10.1.1)
     */
    private boolean clientWaitsForContinue() {
        return !readBegun && "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    /**
     * Grizzly would send {@code 100 Continue} before any application sees the request. Hansa's
     * filter there leaves it to the application.
     */
    private void beginReading() {
        if (!readBegun && request.getAttribute(CONTINUE) instanceof Runnable sendContinue) {
            sendContinue.run();
        }
        readBegun = true;
    }

    /** False for a broken connection: nothing arrives there, and the refusal is sent first. */
    private boolean arrivesLater(long rest) {
        try {
            return request.getInputStream().available() < rest;
        } catch (IOException broken) {
            return false;
        }
    }

    private int received() {
        return buffer == null ? received : buffer.length();
    }

    private void waitFor(ServletInputStream in) throws IOException {
        if (System.nanoTime() - waitingSince > TLS_MAX_WAIT_NANOS) {
            throw new InterruptedIOException("The body arrived too slowly.");
        }
        read(in, data.length - received);
    }

    private void read(ServletInputStream in, int length) throws IOException {
        int read = in.read(data, received, length);
        if (read < 0) {
            throw new EOFException("The body is shorter than declared.");
        }
        received += read;
    }
}
