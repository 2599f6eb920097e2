/**
 * What administrators do: read, create, replace and remove the registry's items, grant permissions,
 * ask why something is allowed, read the audit record. Every change is checked, written together
 * with its audit record and the registry's revision in one transaction, and in force on this node
 * when the call returns. For the administration resources and pages; who may call is decided
 * before.
 */
package io.hansa.proxy.administration;
