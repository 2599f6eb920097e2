/**
 * HTTP in front of the proxy: turns requests into calls and answers into responses, and decides
 * nothing.
 */
package io.hansa.web;
