package io.hansa.client.transport;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessProxy;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.client.document.CapabilityInformation;
import io.hansa.client.transport.CallFailure.Origin;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The remote EJB. Its calls block, so each has a thread of the client; their number is bounded. The
 * server's client library connects again by itself.
 */
public final class EjbTransport implements Transport {
    private static final int MAX_CALLS = 256;

    private final URI address;
    private final Function<URI, BusinessProxy> lookup;
    private final Transport rest;
    private final ExecutorService threads;
    private final Semaphore room = new Semaphore(MAX_CALLS);
    private volatile BusinessProxy proxy;

    /**
     * @param rest the same proxy over HTTP, for its document and its tokens; null where only the
     *     EJB is reached
     */
    public EjbTransport(
            URI address,
            Function<URI, BusinessProxy> lookup,
            Transport rest,
            ExecutorService threads) {
        this.address = address;
        this.lookup = lookup;
        this.rest = rest;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<Told> information(String tag, Duration timeout) {
        if (rest != null) {
            return rest.information(tag, timeout);
        }
        CompletableFuture<Told> told = new CompletableFuture<>();
        run(told, () -> told.complete(new Told(CapabilityInformation.of(proxy().status()), null)));
        return told.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(EjbTransport::silent);
    }

    private static Told silent(Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw CallFailure.of(
                    Origin.TIME_OVER,
                    ErrorCode.DEADLINE_EXCEEDED,
                    Effect.NONE,
                    "it did not tell its status in time",
                    failure);
        }
        throw failure instanceof CallFailure known ? known : new CompletionException(failure);
    }

    /** Without HTTP there is no token: account and password go with each request. */
    @Override
    public CompletableFuture<Token> token(String basic, Duration timeout) {
        return rest == null
                ? CompletableFuture.failedFuture(
                        CallFailure.of(
                                Origin.CLIENT,
                                ErrorCode.REQUEST_INVALID,
                                Effect.NONE,
                                "tokens are issued over HTTP only; use basic(…) for this proxy",
                                null))
                : rest.token(basic, timeout);
    }

    @Override
    public Exchange exchange(Order order, String authorization, Duration timeout) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        run(
                answer,
                () -> {
                    BusinessRequest request = EjbMessages.request(order, authorization, timeout);
                    BusinessReply reply = proxy().process(request);
                    answer.complete(EjbMessages.answer(reply, order.streamed()));
                });
        return new Exchange(answer, () -> answer.cancel(true));
    }

    private interface Task {
        void run() throws BusinessException, IOException;
    }

    private void run(CompletableFuture<?> result, Task task) {
        if (!room.tryAcquire()) {
            result.completeExceptionally(
                    CallFailure.notSent(
                            ErrorCode.OVERLOADED,
                            MAX_CALLS + " remote calls to " + address + " are in flight",
                            Duration.ofSeconds(1)));
            return;
        }
        threads.execute(
                () -> {
                    try {
                        task.run();
                    } catch (BusinessException refused) {
                        result.completeExceptionally(EjbMessages.refused(refused));
                    } catch (IOException | RuntimeException failed) {
                        result.completeExceptionally(EjbFailures.of(address, failed));
                    } finally {
                        room.release();
                    }
                });
    }

    private BusinessProxy proxy() {
        BusinessProxy found = proxy;
        if (found == null) {
            try {
                found = lookup.apply(address);
            } catch (RuntimeException failed) {
                throw new NoBeanException("the remote EJB was not found: " + failed, failed);
            }
            proxy = found;
        }
        return found;
    }

    @Override
    public void reconnect() {
        proxy = null;
        if (rest != null) {
            rest.reconnect();
        }
    }
}
