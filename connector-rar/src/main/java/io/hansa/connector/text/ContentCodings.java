package io.hansa.connector.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Removes content codings (RFC 9110, section 8.4.1). Reads {@code gzip}, {@code x-gzip}, {@code
 * deflate} and {@code identity}. For any number of threads.
 */
public final class ContentCodings {

    private static final int MAX_CODINGS = 4;
    private static final int BUFFER = 8 * 1024;
    private static final int METHOD_DEFLATED = 8;
    private static final int ZLIB_CHECK = 31;

    private ContentCodings() {}

    /** Whether the header names a coding that changes the bytes. */
    public static boolean changesBytes(String contentEncoding) {
        return contentEncoding != null
                && !contentEncoding.isBlank()
                && !contentEncoding.strip().equalsIgnoreCase("identity");
    }

    /**
     * The data without its codings; the same array where there are none.
     *
     * @param contentEncoding as in the header; may be null
     * @param maxBytes of the result, and of every step before it
     * @throws ContentCodingException if a coding is unknown, the data is broken, or longer
     */
    public static byte[] remove(byte[] data, String contentEncoding, int maxBytes)
            throws ContentCodingException {
        if (!changesBytes(contentEncoding)) {
            return data;
        }
        String[] codings = contentEncoding.split(",");
        if (codings.length > MAX_CODINGS) {
            throw new ContentCodingException(
                    "it has more than %d content codings".formatted(MAX_CODINGS));
        }
        byte[] plain = data;
        for (int index = codings.length - 1; index >= 0; index--) {
            plain = removeOne(plain, codings[index].strip().toLowerCase(Locale.ROOT), maxBytes);
        }
        return plain;
    }

    private static byte[] removeOne(byte[] data, String coding, int maxBytes)
            throws ContentCodingException {
        return switch (coding) {
            case "", "identity" -> data;
            case "gzip", "x-gzip" -> {
                try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(data))) {
                    yield read(plain, coding, maxBytes);
                } catch (IOException broken) {
                    throw broken(coding, broken);
                }
            }
            case "deflate" -> inflated(data, maxBytes);
            default ->
                    throw new ContentCodingException(
                            "its content coding \"%s\" is not known here; use gzip, deflate or none"
                                    .formatted(coding));
        };
    }

    /** Some servers send the raw stream, without the zlib format that RFC 9110 demands. */
    private static byte[] inflated(byte[] data, int maxBytes) throws ContentCodingException {
        Inflater inflater = new Inflater(!isZlib(data));
        try (InputStream plain =
                new InflaterInputStream(new ByteArrayInputStream(data), inflater, BUFFER)) {
            return read(plain, "deflate", maxBytes);
        } catch (IOException broken) {
            throw broken("deflate", broken);
        } finally {
            inflater.end();
        }
    }

    /** RFC 1950, section 2.2. */
    private static boolean isZlib(byte[] data) {
        return data.length >= 2
                && (data[0] & 0x0F) == METHOD_DEFLATED
                && ((data[0] & 0xFF) << 8 | data[1] & 0xFF) % ZLIB_CHECK == 0;
    }

    private static byte[] read(InputStream plain, String coding, int maxBytes)
            throws IOException, ContentCodingException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = plain.read(buffer); count >= 0; count = plain.read(buffer)) {
            if (count > maxBytes - all.size()) {
                throw new ContentCodingException(
                        "it is longer than %d bytes without its content coding %s"
                                .formatted(maxBytes, coding));
            }
            all.write(buffer, 0, count);
        }
        return all.toByteArray();
    }

    private static ContentCodingException broken(String coding, IOException cause) {
        return new ContentCodingException(
                "its content coding %s is broken".formatted(coding), cause);
    }
}
