/** What a program that uses the client may listen to. Depends on nothing. */
package io.hansa.client.listener;
