/**
 * The audit record: who changed which item, when, and the states before and after. Administration
 * writes it in the transaction of the change. Auditors read it. Entries never change.
 */
package io.hansa.proxy.audit;
