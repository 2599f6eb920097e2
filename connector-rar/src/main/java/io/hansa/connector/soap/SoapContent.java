package io.hansa.connector.soap;

/**
 * What was in an envelope's body.
 *
 * @param xml the content as UTF-8, able to stand alone
 * @param fault the text of a fault; null where there is none
 */
public record SoapContent(byte[] xml, String fault) {}
