package io.hansa.web.listener;

import io.hansa.proxy.authentication.Source;
import io.hansa.proxy.configuration.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request came from. Load balancers that are trusted tell for whom they forward, by {@code
 * Forwarded} (RFC 7239) or {@code X-Forwarded-For}: the right-most address that is not one of
 * theirs. From any other sender, and where they are malformed, these headers are ignored. Safe for
 * many threads.
 */
final class ForwardedSource {
    private static final Pattern FOR =
            Pattern.compile(
                    "(?:^|;)\\s*for=(\"?)([^\";\\s]{1,60})\\1\\s*(?:;|$)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NODE =
            Pattern.compile(
                    "\\[(?<six>[0-9A-Fa-f:.]+)](?::[0-9]{1,5})?|(?<four>[0-9.]+)(?::[0-9]{1,5})?|(?<bare>[0-9A-Fa-f:.]+)");

    private final TrustedProxies trusted;

    ForwardedSource(TrustedProxies trusted) {
        this.trusted = trusted;
    }

    Source of(HttpServletRequest request) {
        Source sender = Source.of(request.getRemoteAddr());
        if (trusted.isEmpty() || !isTrusted(sender.address())) {
            return sender;
        }
        List<String> told = elements(request, "Forwarded");
        boolean standard = !told.isEmpty();
        if (!standard) {
            told = elements(request, "X-Forwarded-For");
        }
        Source nearest = sender;
        for (int i = told.size() - 1; i >= 0; i--) {
            String address = address(standard ? node(told.get(i)) : told.get(i));
            if (address == null) {
                return sender;
            }
            nearest = new Source(address);
            if (!isTrusted(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        byte[] bytes = TrustedProxies.parse(address);
        return bytes != null && trusted.include(bytes);
    }

    private static List<String> elements(HttpServletRequest request, String header) {
        List<String> elements = new ArrayList<>();
        for (String value : Collections.list(request.getHeaders(header))) {
            for (String element : value.split(",")) {
                elements.add(element.strip());
            }
        }
        return elements;
    }

    private static String node(String element) {
        Matcher node = FOR.matcher(element);
        return node.find() ? node.group(2) : "";
    }

    /** Null where it is none. */
    private static String address(String node) {
        Matcher parts = NODE.matcher(node);
        if (!parts.matches()) {
            return null;
        }
        for (String part : List.of("six", "four", "bare")) {
            String address = parts.group(part);
            if (address != null) {
                return TrustedProxies.parse(address) == null ? null : address;
            }
        }
        return null;
    }
}
