package io.hansa.launcher.context;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a proxy: {@code http} or {@code https}, host and port. */
final class ProxyAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            URI address = new URI(text);
            boolean http =
                    "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // It is told below what an address looks like.
        }
        throw new TypeConversionException(
                "'%s' is no address of a proxy; give http:// or https:// with host and port."
                        .formatted(text));
    }
}
