/**
 * How loaded the whole proxy is (R7): every node says once a second what it has in hand and hears
 * what the others say, by the registry's database; whoever asks is answered from memory.
 */
package io.hansa.proxy.load;
