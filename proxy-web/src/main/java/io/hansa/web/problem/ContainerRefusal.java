package io.hansa.web.problem;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.List;

/** Converts what the container itself refuses with a mere status to the failure that it is. */
public final class ContainerRefusal {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private ContainerRefusal() {}

    /**
     * The failure of a status. Its code need not have the same status: see {@link #status}.
     *
     * @param status as the container set it
     */
    public static Failure of(int status) {
        return switch (status) {
            // 403: a directory that is not listed, such as the root on WildFly
            case 403, 404 -> Failure.of(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case 405, 501 ->
                    methodNotAllowed(
                            "This address has no such method.", List.of("GET", "HEAD", "OPTIONS"));
            case 406 ->
                    Failure.of(
                            ErrorCode.NOT_ACCEPTABLE,
                            "This address gives no type that Accept names; see its OpenAPI.");
            case 413 ->
                    Failure.of(
                            ErrorCode.BODY_TOO_LARGE, "The body is too long; send a shorter one.");
            case 415 ->
                    Failure.of(
                            ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                            "This address takes another Content-Type; see its OpenAPI.");
            case 417 ->
                    Failure.of(
                            ErrorCode.EXPECTATION_FAILED,
                            "The only expectation is 100-continue; leave others out.");
            default -> other(status);
        };
    }

    /** A status of 4xx for which there is no code of its own is passed on as it is. */
    public static int status(int status, Failure failure) {
        return failure.code() == ErrorCode.REQUEST_INVALID ? status : failure.code().status();
    }

    /**
     * @param allowed the methods that the address has, for the header {@code Allow} (RFC 9110,
     *     section 15.5.6)
     */
    public static Failure methodNotAllowed(String detail, List<String> allowed) {
        return Failure.of(ErrorCode.METHOD_NOT_ALLOWED, detail).with(Problem.ALLOW, allowed);
    }

    private static Failure other(int status) {
        if (status >= CLIENT_ERROR && status < SERVER_ERROR) {
            return Failure.of(ErrorCode.REQUEST_INVALID, detail(status));
        }
        return Failure.of(
                ErrorCode.INTERNAL_ERROR,
                Effect.UNKNOWN,
                "The proxy failed; its log says why under this trace id.",
                null);
    }

    private static String detail(int status) {
        return switch (status) {
            case 408 -> "The request did not arrive in time; send it again, faster.";
            case 411 -> "The body has no length; send Content-Length or chunks.";
            case 414 -> "The address is too long; shorten it.";
            case 416 -> "There is no such part; leave Range out.";
            case 426 -> "This protocol is not served here; use HTTP/1.1.";
            case 431 -> "The headers are too long; send fewer or shorter ones.";
            default -> "The request is not valid HTTP.";
        };
    }
}
