/**
 * What is checked of the head of a request on every server before an application sees it; knows no
 * server, JDK only.
 */
package io.hansa.http;
