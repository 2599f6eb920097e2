/**
 * What is checked of a request's head on every server before an application sees it, and how it is
 * refused. For the extensions of the servers; knows no server, JDK only.
 */
package io.hansa.http;
