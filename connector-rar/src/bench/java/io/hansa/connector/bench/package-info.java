/**
 * What the adapter costs, beside a bare socket. Run by {@code ./mvnw -Pbench -pl connector-rar
 * verify}.
 */
package io.hansa.connector.bench;
