/**
 * Fake proxies with faults, and a JUnit 5 extension, for tests of programs that call proxies. Needs
 * the JDK and JUnit 5. For tests only.
 */
package io.hansa.client.testkit;
