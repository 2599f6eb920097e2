/** What a call through the client library costs. Run by {@code -Pbench} only. */
package io.hansa.client.bench;
