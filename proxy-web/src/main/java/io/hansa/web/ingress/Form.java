package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters in the body of a form (WHATWG URL, section 5). They follow those of the query
 * string (Jakarta Servlet 6.0, section 3.1).
 */
final class Form {
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    static Map<String, String[]> in(
            HttpServletRequest request, byte[] data, Map<String, String[]> inQuery) {
        if (!"POST".equals(request.getMethod()) || !isForm(request.getContentType())) {
            return inQuery;
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        inQuery.forEach((name, values) -> all.put(name, new ArrayList<>(Arrays.asList(values))));
        try {
            read(data, charset(request.getCharacterEncoding()), all);
        } catch (IllegalArgumentException malformed) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "The form in the body is not valid; encode it as application/x-www-form-urlencoded.");
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    private static boolean isForm(String type) {
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(MEDIA_TYPE);
    }

    private static Charset charset(String encoding) {
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }

    private static void read(byte[] data, Charset charset, Map<String, List<String>> all) {
        for (String pair : new String(data, charset).split("&")) {
            if (!pair.isEmpty()) {
                String[] both = pair.split("=", 2);
                all.computeIfAbsent(URLDecoder.decode(both[0], charset), name -> new ArrayList<>())
                        .add(both.length == 1 ? "" : URLDecoder.decode(both[1], charset));
            }
        }
    }
}
