/**
 * A node: its private directory, its configuration from {@code server-config}, and the process that
 * runs it, on Payara Micro, Payara Server or WildFly. Called by the demo and by {@code run}.
 */
package io.hansa.launcher.node;
