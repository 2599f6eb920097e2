/**
 * The demo's certificates, made at every start and never kept: a root for each organization, and
 * for each proxy a key with a certificate that serves both ends of mutual TLS. EC P-256, X.509 v3
 * (RFC 5280), valid for 90 days. Called when the nodes are prepared.
 */
package io.hansa.demo.certificate;
