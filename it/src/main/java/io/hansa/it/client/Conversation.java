package io.hansa.it.client;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.ProxyStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One request and what became of it, in the same words for every way in. */
final class Conversation {
    private static final long TIMEOUT_MILLIS = 5_000;

    private Conversation() {}

    /** {@code BusinessProxy.process}, which some ways in declare to throw more. */
    interface Process {
        BusinessReply process(BusinessRequest request) throws Exception;
    }

    /** {@code BusinessProxy.status}. */
    interface Status {
        ProxyStatus status() throws Exception;
    }

    /**
     * @param arguments where, capability, business data
     * @return the exit status: 0 for a result, 1 for the contract's failure, 2 where the call never
     *     got to the proxy
     */
    static int with(Process process, Status status, String[] arguments) {
        try {
            System.out.println("proxy " + status.status().proxy());
            BusinessReply reply =
                    process.process(
                            BusinessRequest.to(arguments[1])
                                    .authorization(authorization())
                                    .data(
                                            "text/plain; charset=utf-8",
                                            arguments[2].getBytes(StandardCharsets.UTF_8))
                                    .timeoutMillis(TIMEOUT_MILLIS)
                                    .build());
            System.out.println("result " + new String(reply.data(), StandardCharsets.UTF_8));
            System.out.printf("path %s server %s%n", reply.path(), reply.server());
            System.out.println("trace " + reply.traceId());
            return 0;
        } catch (BusinessException failure) {
            System.out.printf(
                    "failure %s %d %s trace %s: %s%n",
                    failure.code(),
                    failure.status(),
                    failure.effect(),
                    failure.traceId(),
                    failure.getMessage());
            return 1;
        } catch (Exception refused) {
            System.out.println("refused " + refused);
            return 2;
        }
    }

    /** {@code HANSA_TOKEN}, or {@code HANSA_ACCOUNT} and {@code HANSA_PASSWORD}, or nothing. */
    private static String authorization() {
        String token = System.getenv("HANSA_TOKEN");
        if (token != null) {
            return "Bearer " + token;
        }
        String account = System.getenv("HANSA_ACCOUNT");
        if (account == null) {
            return null;
        }
        String pair = account + ":" + System.getenv("HANSA_PASSWORD");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
