package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.protection.BodyMemoryBudget;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The body of a servlet request, never read beyond what is allowed and never waited for. What is
 * short and came with the request is there at once; for all else {@link AsyncBodyReader} calls
 * {@link #more} as it comes. One thread at a time, but for {@link #forget}.
 */
final class ServletBody implements Body {
    /** Beyond this a body is not looked for at once: its memory is accounted for. */
    private static final int AT_ONCE = 64 << 10;

    private static final long TLS_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final byte[] NONE = {};
    private static final int SMALLEST = 1 << 10;
    private static final int GROWTH = 4;

    /**
     * Who has sent so much gets room for all that is announced, and for the reply, so that it is
     * not refused halfway.
     */
    private static final int CERTAIN = 1 << 20;

    private final HttpServletRequest request;
    private final long announced;
    private byte[] data = NONE;
    private int there;
    private boolean whole;
    private boolean reserved;
    private boolean forgotten;
    private boolean asked;
    private boolean patient;
    private long patientSince;

    ServletBody(HttpServletRequest request) {
        this.request = request;
        this.announced = request.getContentLengthLong();
    }

    @Override
    public byte[] arrived(int max) throws IOException {
        if (whole) {
            return data;
        }
        if (announced > max) {
            throw Body.tooLarge(max);
        }
        if (announced < 0 || announced > AT_ONCE) {
            return null;
        }
        ServletInputStream in = request.getInputStream();
        asked = true;
        data = new byte[(int) announced];
        while (there < data.length) {
            int ready = in.available();
            if (ready > 0) {
                read(in, Math.min(ready, data.length - there));
            } else if (patient) {
                wait(in);
            } else {
                return null;
            }
        }
        whole = true;
        return data;
    }

    /** All of it, once it is whole. */
    byte[] data() {
        return data;
    }

    /**
     * Whether somebody should wait for it on the spot. TLS brings short data in a record after the
     * head's, so that it is hardly ever there at once, and who sends it is known by its
     * certificate.
     */
    boolean comesInAMoment() {
        return !whole && request.isSecure() && announced >= 0 && announced <= AT_ONCE;
    }

    /** From now on it is waited for, five seconds at most, on a thread that may wait. */
    void waitForIt() {
        patient = true;
        patientSince = System.nanoTime();
    }

    /** What has not been taken yet. From now on it is read there and nowhere else. */
    BoundedRequestInput toCome() throws IOException {
        long owed = announced < 0 ? announced : announced - there;
        return new BoundedRequestInput(request.getInputStream(), owed, !containerWaits());
    }

    /** From now on only as much memory is held as was sent, and it is the caller's share. */
    void accountFor(BodyMemoryBudget.Lease share) {
        int needed = Math.max(there, Math.min(SMALLEST, data.length));
        share.take(needed);
        data = Arrays.copyOf(data, needed);
    }

    /**
     * Takes what can be read without waiting.
     *
     * @throws Failure BODY_TOO_LARGE, or OVERLOADED where there is no memory for it
     */
    synchronized void more(BoundedRequestInput in, int max, BodyMemoryBudget.Lease share)
            throws IOException {
        if (forgotten) {
            return;
        }
        if (there == data.length) {
            int longest = announced < 0 ? max : (int) announced;
            if (there == longest) {
                if (in.read() >= 0) {
                    throw Body.tooLarge(max);
                }
                return;
            }
            long grown = Math.min(longest, Math.max(SMALLEST, (long) data.length * GROWTH));
            if (announced > CERTAIN && data.length >= CERTAIN) {
                grown = announced;
                reserve(share, announced);
            }
            share.take(grown);
            int before = data.length;
            data = Arrays.copyOf(data, (int) grown);
            share.giveBack(before);
        }
        int read = in.read(data, there, data.length - there);
        if (read > 0) {
            there += read;
        }
    }

    @Override
    public synchronized void forget() {
        data = NONE;
        forgotten = true;
    }

    /** Nothing comes any more. Room for a reply to much data is kept before anything is sent on. */
    synchronized void end(BodyMemoryBudget.Lease share) throws IOException {
        if (forgotten) {
            return;
        }
        if (there < announced) {
            throw new EOFException("The body is shorter than announced.");
        }
        if (there < data.length) {
            share.take(there);
            share.giveBack(data.length);
            data = Arrays.copyOf(data, there);
        }
        if (there > AT_ONCE) {
            reserve(share, there);
        }
        whole = true;
    }

    /** Who sends much may get as much. */
    private void reserve(BodyMemoryBudget.Lease share, long reply) {
        if (!reserved) {
            share.take(reply);
            reserved = true;
        }
    }

    /**
     * Whether the caller may still send what nobody has taken, and the container is not to be left
     * alone with it; not where the caller waits to be asked for it. What comes in TLS the container
     * takes, and what is short, unless it waits for that.
     */
    boolean leftOver() {
        if (whole || request.isSecure() || waitsToBeAsked()) {
            return false;
        }
        if (announced < 0) {
            return request.getHeader("Transfer-Encoding") != null;
        }
        long left = announced - there;
        return left > AT_ONCE || left > 0 && containerWaits() && comesLater(left);
    }

    /**
     * Not once it has been looked for: containers ask for what is not there when they look. (RFC
     * 9110, section 10.1.1)
     */
    private boolean waitsToBeAsked() {
        return !asked && "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    /**
     * Not where it cannot be told: the refusal must go out, and whoever broke the connection sends
     * no more.
     */
    private boolean comesLater(long left) {
        try {
            return request.getInputStream().available() < left;
        } catch (IOException broken) {
            return false;
        }
    }

    /**
     * Undertow waits on the worker for what a refused caller still owes; Grizzly takes it as it
     * comes.
     */
    private boolean containerWaits() {
        return request.getServletContext().getClass().getName().startsWith("io.undertow.");
    }

    private void wait(ServletInputStream in) throws IOException {
        if (System.nanoTime() - patientSince > TLS_PATIENCE_NANOS) {
            throw new InterruptedIOException("The body arrived too slowly.");
        }
        read(in, data.length - there);
    }

    private void read(ServletInputStream in, int length) throws IOException {
        int read = in.read(data, there, length);
        if (read < 0) {
            throw new EOFException("The body is shorter than announced.");
        }
        there += read;
    }
}
