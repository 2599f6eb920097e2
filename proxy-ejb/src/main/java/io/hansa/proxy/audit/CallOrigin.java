package io.hansa.proxy.audit;

import jakarta.enterprise.context.RequestScoped;

/**
 * Where the current call of the administration came from. The web module sets it before the call
 * reaches a resource. Records of changes take it from here, so that no method that makes a change
 * needs it as a parameter.
 */
@RequestScoped
public class CallOrigin {
    private String source = "";
    private String traceId = "";

    /**
     * @param address the sender's address; empty if unknown
     */
    public void set(String address, String trace) {
        source = address;
        traceId = trace;
    }

    public String source() {
        return source;
    }

    public String traceId() {
        return traceId;
    }
}
