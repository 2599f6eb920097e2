/**
 * Administration: reads, creates, replaces and removes the registry's items, grants permissions,
 * explains decisions and reads the audit record. One transaction writes each change with its audit
 * record and the registry's new revision. The change is in force on this node when the call
 * returns. For the administration resources and pages, which decide who may call.
 */
package io.hansa.proxy.administration;
