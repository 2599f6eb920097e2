package io.hansa.api;

/**
 * A proxy as a remote EJB. It follows the same rules as {@code POST /api/v1/services/{capability}}.
 * Implementations are safe for use by many threads.
 */
public interface BusinessProxy {
    /**
     * Sends the business data to a server that has the capability. Waits for the result until the
     * request's deadline at most.
     *
     * @throws BusinessException for every failure, with code, trace id and effect
     */
    BusinessReply process(BusinessRequest request) throws BusinessException;

    /** The capabilities that this proxy offers, and its load. */
    ProxyStatus status();
}
