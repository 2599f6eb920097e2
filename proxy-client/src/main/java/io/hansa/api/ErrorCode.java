package io.hansa.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every reason for which a proxy fails a request, with its HTTP status. A code is stable across
 * versions.
 */
public enum ErrorCode {
    REQUEST_INVALID("request-invalid", 400, "The request is not valid"),
    AUTHENTICATION_FAILED("authentication-failed", 401, "The account did not authenticate"),
    PERMISSION_DENIED("permission-denied", 403, "The account may not do this"),
    PASSWORD_CHANGE_REQUIRED(
            "password-change-required", 403, "The password must be changed before anything else"),
    ORIGIN_FOREIGN("origin-foreign", 403, "A page of another origin may not send this request"),
    CAPABILITY_UNKNOWN("capability-unknown", 404, "No proxy known here offers this capability"),
    NOT_FOUND("not-found", 404, "Nothing exists at this address"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not support the method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "This address gives none of the accepted types"),
    REPLY_NOT_KEPT("reply-not-kept", 409, "The request was sent before and its reply is not known"),
    IN_USE("in-use", 409, "The item is in use"),
    TOO_MANY_DELETES("too-many-deletes", 409, "The change would remove too much"),
    CHANGE_CONFLICT("change-conflict", 412, "The item was changed in the meantime"),
    BODY_TOO_LARGE("body-too-large", 413, "The business data is too large"),
    MEDIA_TYPE_UNSUPPORTED("media-type-unsupported", 415, "The content type is not supported"),
    EXPECTATION_FAILED("expectation-failed", 417, "The expectation cannot be met"),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused", 422, "The idempotency key belongs to another request"),
    RATE_LIMITED("rate-limited", 429, "The rate limit is reached"),
    GUESSING_SLOWED("guessing-slowed", 429, "Too many wrong passwords were given"),
    INTERNAL_ERROR("internal-error", 500, "The proxy failed"),
    SERVER_UNREACHABLE("server-unreachable", 502, "The business server cannot be reached"),
    SERVER_PROTOCOL_ERROR("server-protocol-error", 502, "The business server broke the protocol"),
    SERVER_FAULT("server-fault", 502, "The business server reported a fault"),
    PEER_UNREACHABLE("peer-unreachable", 502, "The peer proxy cannot be reached"),
    OVERLOADED("overloaded", 503, "Every target that offers this capability is over its threshold"),
    SHED("shed", 503, "The proxy sheds requests below priority CORE under load"),
    CIRCUIT_OPEN("circuit-open", 503, "The circuit to every target is open"),
    DRAINING("draining", 503, "This node is stopping"),
    STARTING("starting", 503, "This node has not read its registry yet"),
    REGISTRY_UNAVAILABLE(
            "registry-unavailable", 503, "The registry cannot be read or changed at the moment"),
    DEADLINE_EXCEEDED("deadline-exceeded", 504, "The deadline passed"),
    LOOP_DETECTED("loop-detected", 508, "The request returned to a proxy that it had visited");

    private final String code;
    private final int status;
    private final String title;

    ErrorCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The code as written in {@code problem+json}. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** A short sentence that is the same for every occurrence (RFC 9457, {@code title}). */
    public String title() {
        return title;
    }

    /** The code that another proxy sent; empty if this version does not know it. */
    public static Optional<ErrorCode> ofCode(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}
