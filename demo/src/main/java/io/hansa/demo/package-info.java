/**
 * The worked example: {@code shop} holds the legacy business servers, {@code launcher} everything
 * behind the script {@code ./hansa}. Neither uses the other's classes; they meet as processes.
 */
package io.hansa.demo;
