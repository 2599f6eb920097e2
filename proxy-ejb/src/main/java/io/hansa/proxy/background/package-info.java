/**
 * Tasks that run again and again beside requests and may wait for the database. For all packages
 * that start such tasks.
 */
package io.hansa.proxy.background;
