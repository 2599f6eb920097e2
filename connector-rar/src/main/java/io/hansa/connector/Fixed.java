package io.hansa.connector;

/**
 * Messages of one length. A shorter payload is padded on the right, a longer one refused; a reply
 * is returned whole, padding included, because only its reader knows what is padding.
 *
 * @param bytes length of every message
 * @param pad the byte that fills up, on the wire, after any transcoding of text
 */
public record Fixed(int bytes, byte pad) implements Framing {

    public Fixed {
        if (bytes < 1) {
            throw new IllegalArgumentException("Records of " + bytes + " bytes; give 1 or more.");
        }
    }
}
