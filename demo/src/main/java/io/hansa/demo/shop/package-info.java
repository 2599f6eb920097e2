/**
 * The business servers of the worked example: an online shop's legacy systems, each a process of
 * its own with its own protocol and charset. They know nothing of proxies, accounts or each other;
 * the launcher starts them and enters their addresses into the proxies.
 */
package io.hansa.demo.shop;
