/**
 * What the legacy servers share: a loopback listener with bounded threads, and the command line.
 * Framings and business rules stand in each server's own package; only those packages call this
 * one.
 */
package io.hansa.demo.shop.wire;
