/**
 * The worked example as data (README.md): its proxies and business servers with their addresses,
 * its accounts, and what is entered into which proxy. Called by the demo and by {@code status};
 * starts nothing.
 */
package io.hansa.demo.example;
