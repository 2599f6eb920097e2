/**
 * What the node was told at its start: one validated record per concern, read from MicroProfile
 * Config (R18).
 */
package io.hansa.proxy.configuration;
