package io.hansa.proxy.federation;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;

/** The remote view of one peer, at one address. Safe for many threads. */
interface RemoteView {
    /**
     * Finds it where it is not known; to be called before {@link #process}. No request is sent yet.
     */
    void find() throws Exception;

    /**
     * @throws BusinessException the peer's; every other exception comes from the connection
     */
    BusinessReply process(BusinessRequest request) throws Exception;

    /** Whether that failure says for certain that the peer's bean was not reached. */
    boolean certainlyNotSent(Throwable failed);
}
