/**
 * The audit record (R21): who did what to which item, when and from where, with the states before
 * and after, and which calls were refused. Administration writes a change in the transaction of the
 * change. A background writer writes everything else. The records of all nodes form one hash chain,
 * which {@code docs/audit.md} describes. Records never change; retention removes the oldest.
 */
package io.hansa.proxy.audit;
