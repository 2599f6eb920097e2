/** How the client shows who calls. For the packages of the client only. */
package io.hansa.client.token;
