/** Where a request has been and how long each step took (R19). Every step may note into it. */
package io.hansa.proxy.tracing;
