/**
 * The trade server: settles baskets. Framed TCP, a 4-byte big-endian length before each message, in
 * windows-1252. It knows neither prices nor seats; for those its reply asks for the capability that
 * does. Started by its {@code Main}; nothing else calls this package.
 *
 * <pre>
 * SETTLE|S-1001|shop        order number, customer
 * ITEM|keyboard|2           product, pieces: 1 to 999
 * TICKET|CONCERT-7|1        event, seats: 1 to 9; at most one such line
 * </pre>
 *
 * A basket of goods becomes {@code HANSA-ASSIST price.quote} with the settlement's lines; a basket
 * with a ticket becomes {@code HANSA-ASSIST ticket.issue} with a box office record, in which the
 * pieces of goods are noted for collection at the counter. Anything else is answered with {@code
 * ERROR|code|sentence}.
 */
package io.hansa.demo.shop.trade;
