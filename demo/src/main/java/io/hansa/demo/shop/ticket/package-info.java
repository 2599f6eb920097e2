/**
 * The box office: issues tickets for events. Records of exactly 120 bytes over TCP, both ways, in
 * EBCDIC (IBM1047) padded with 0x40. Started by its {@code Main}; nothing else calls this package.
 *
 * <pre>
 * request: verb 0–5 'ISSUE ', event 6–17, seats 18–20, settlement 21–32, order 33–44, pieces 45–49
 * reply:   'TICKET' 0–5, status 6–7, event 8–19, seats 20–22, first ticket 23–32, last 33–42,
 *          seats left 43–47, settlement 48–59, text 60–119
 * status:  00 issued, 10 sold out, 20 unknown event, 90 not a request
 * </pre>
 */
package io.hansa.demo.shop.ticket;
