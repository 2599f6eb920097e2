/**
 * Business servers that behave as a test tells them, mostly badly. For all tests of this module.
 */
package io.hansa.connector.fakeserver;
