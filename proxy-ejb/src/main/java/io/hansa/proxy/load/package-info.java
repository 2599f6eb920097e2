/**
 * How loaded the whole proxy is (R7): every node writes once a second what it has in flight, and
 * reads what the others wrote, in the registry's database. Every five seconds they exchange
 * summaries of what else they know of themselves. Questions are answered from memory.
 */
package io.hansa.proxy.load;
