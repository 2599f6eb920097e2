/**
 * Callers: accounts, their passwords and roles. For authentication, for permissions (whose subjects
 * are accounts), for the registry and for administration.
 */
package io.hansa.proxy.account;
