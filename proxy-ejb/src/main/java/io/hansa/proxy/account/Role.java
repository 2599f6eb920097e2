package io.hansa.proxy.account;

/**
 * What an account may do with the proxy itself. Permissions decide which capabilities it may call.
 */
public enum Role {
    /** Calls capabilities. */
    CALLER,
    /** Changes accounts, permissions, capabilities, servers, peers and configuration. */
    ADMIN,
    /** Monitors and drains nodes. */
    OPERATOR,
    /** Reads the audit record. */
    AUDITOR
}
