/**
 * The audit record: who changed what, when, from what and to what. Written in the transaction of
 * the change by administration, read by auditors, never changed.
 */
package io.hansa.proxy.audit;
