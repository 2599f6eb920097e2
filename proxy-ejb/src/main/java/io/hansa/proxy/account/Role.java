package io.hansa.proxy.account;

/** What an account may do with the proxy itself; what it may call is a matter of permissions. */
public enum Role {
    /** Calls capabilities. */
    CALLER,
    /** Changes accounts, permissions, capabilities, servers, peers and configuration. */
    ADMIN,
    /** Watches and drains nodes. */
    OPERATOR,
    /** Reads the audit record. */
    AUDITOR
}
