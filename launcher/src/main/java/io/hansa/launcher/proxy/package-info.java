/**
 * A proxy as those see it who start one: its health, its capability information, its tokens and its
 * administration API (docs/api.md). Requests are those of {@code remote}.
 */
package io.hansa.launcher.proxy;
