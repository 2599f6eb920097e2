/**
 * Who calls: accounts, their passwords and roles. For authentication, for permissions, which name
 * accounts as subjects, for the registry and for administration.
 */
package io.hansa.proxy.account;
