/**
 * A node on Payara Micro: its private directory, its command files from {@code server-config/micro},
 * and the process that runs it. Called by the demo and by {@code run micro}.
 */
package io.hansa.demo.launcher.node;
