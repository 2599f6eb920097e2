package io.hansa.client;

import io.hansa.client.call.FailedCall;
import io.hansa.client.call.Result;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives results and failures to the program. */
final class Replies {
    private final Supplier<String> traces;

    /**
     * @param traces gives the trace context of the calling thread, or a new one
     */
    Replies(Supplier<String> traces) {
        this.traces = traces;
    }

    String traceparent() {
        return traces.get();
    }

    <B> HansaReply<B> await(
            CompletableFuture<Result> call,
            CapabilityClient client,
            Function<Result, HansaReply<B>> reply) {
        try {
            return reply.apply(call.get());
        } catch (ExecutionException failed) {
            throw exception(client, failed.getCause());
        } catch (InterruptedException stopping) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException(
                    "the thread was interrupted while it waited for " + client.capability());
        }
    }

    <B> CompletableFuture<HansaReply<B>> later(
            CompletableFuture<Result> call,
            CapabilityClient client,
            Function<Result, HansaReply<B>> reply) {
        CompletableFuture<HansaReply<B>> given = new CompletableFuture<>();
        given.whenComplete((any, failure) -> abandonIfCancelled(given, call));
        call.whenComplete(
                (result, failure) -> {
                    if (failure == null) {
                        given.complete(reply.apply(result));
                    } else {
                        given.completeExceptionally(exception(client, failure));
                    }
                });
        return given;
    }

    private static void abandonIfCancelled(
            CompletableFuture<?> given, CompletableFuture<Result> call) {
        if (given.isCancelled()) {
            call.cancel(true);
        }
    }

    private static RuntimeException exception(CapabilityClient client, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof FailedCall failed) {
            return new HansaException(client.capability(), failed);
        }
        return cause instanceof RuntimeException unexpected
                ? unexpected
                : new CompletionException(cause);
    }

    static HansaReply<byte[]> bytes(Result result) {
        return new HansaReply<>(result, (byte[]) result.answer().body());
    }

    static HansaReply<InputStream> stream(Result result) {
        return new HansaReply<>(result, (InputStream) result.answer().body());
    }

    static HansaReply<String> text(Result result) {
        String type = result.answer().headers().firstValue("Content-Type").orElse("");
        byte[] body = (byte[]) result.answer().body();
        return new HansaReply<>(result, new String(body, charset(type)));
    }

    /** UTF-8 where none is stated, or one that this JDK does not know. */
    private static Charset charset(String mediaType) {
        for (String parameter : mediaType.split(";")) {
            String[] pair = parameter.trim().split("=", 2);
            if (pair.length == 2 && pair[0].toLowerCase(Locale.ROOT).equals("charset")) {
                try {
                    return Charset.forName(pair[1].replace("\"", "").trim());
                } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                    return StandardCharsets.UTF_8;
                }
            }
        }
        return StandardCharsets.UTF_8;
    }
}
