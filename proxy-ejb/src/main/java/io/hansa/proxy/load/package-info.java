/**
 * How loaded the whole proxy is (R7): every node writes once a second what it has in flight, and
 * reads what the others wrote, in the registry's database. Questions are answered from memory.
 */
package io.hansa.proxy.load;
