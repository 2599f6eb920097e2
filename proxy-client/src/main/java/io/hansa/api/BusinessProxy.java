package io.hansa.api;

/**
 * A proxy as a remote EJB: the same rules as {@code POST /api/v1/services/{capability}}.
 * Implementations are safe for use by many threads. (CONTRACT.md, Remote EJB)
 */
public interface BusinessProxy {
    /**
     * Sends the business data to a server that has the capability and waits for its result, at most
     * until the request's deadline.
     *
     * @throws BusinessException every failure, with code, trace id and effect
     */
    BusinessReply process(BusinessRequest request) throws BusinessException;

    /** What this proxy offers and how loaded it is. */
    ProxyStatus status();
}
