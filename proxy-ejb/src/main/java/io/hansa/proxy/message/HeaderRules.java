package io.hansa.proxy.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which headers pass for one server: the list of {@link HeaderNames}, more by name, and fewer by
 * name with a minus before it. Immutable.
 *
 * @param request as in the server's entry, of callers to the server
 * @param reply as in the server's entry, of the server to callers
 */
public record HeaderRules(List<String> request, List<String> reply) {
    public static final HeaderRules STANDARD = new HeaderRules(List.of(), List.of());

    private static final int MAX_NAMES = 32;
    private static final int MAX_NAME = 100;
    private static final String TOKEN = "-?[A-Za-z0-9!#$%&'*+.^_`|~][A-Za-z0-9!#$%&'*+.^_`|~-]*";
    private static final Map<String, String> SPELLED = spelled();

    public HeaderRules {
        request = List.copyOf(request);
        reply = List.copyOf(reply);
        check("headers.request", request);
        check("headers.reply", reply);
    }

    public boolean standard() {
        return request.isEmpty() && reply.isEmpty();
    }

    /** Decides about names of requests. */
    public Predicate<String> ofRequest() {
        return rule(request, HeaderNames::ofRequest);
    }

    /** Decides about names of replies. */
    public Predicate<String> ofReply() {
        return rule(reply, HeaderNames::ofReply);
    }

    /**
     * A reply's name, which came in lower case, as it is usually written or as the entry has it.
     */
    public String spelled(String name) {
        for (String named : reply) {
            if (named.equalsIgnoreCase(name)) {
                return named;
            }
        }
        String usual = SPELLED.get(name);
        return usual == null ? capitalized(name) : usual;
    }

    private static Predicate<String> rule(List<String> named, Predicate<String> standard) {
        if (named.isEmpty()) {
            return standard;
        }
        Set<String> more = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> fewer = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : named) {
            if (name.startsWith("-")) {
                fewer.add(name.substring(1));
            } else {
                more.add(name);
            }
        }
        return name -> more.contains(name) || standard.test(name) && !fewer.contains(name);
    }

    private static void check(String member, List<String> names) {
        if (names.size() > MAX_NAMES) {
            throw new IllegalArgumentException(
                    "%s names %d headers; give at most %d."
                            .formatted(member, names.size(), MAX_NAMES));
        }
        for (String name : names) {
            if (name.length() > MAX_NAME || !name.matches(TOKEN)) {
                throw new IllegalArgumentException(
                        "%s names \"%s\"; give names of HTTP headers, such as \"X-Tenant\", and \"-X-Tenant\" to leave one out."
                                .formatted(member, shortened(name)));
            }
            if (HeaderNames.never(name)) {
                throw new IllegalArgumentException(
                        "%s names \"%s\", which belongs to one connection, to the sign-in or to Hansa itself and never passes; leave it out."
                                .formatted(member, name));
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
    }

    private static Map<String, String> spelled() {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : List.of("ETag", "Content-MD5", "WWW-Authenticate", "Content-ID")) {
            names.put(name, name);
        }
        return names;
    }

    private static String capitalized(String name) {
        StringBuilder text = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int at = 0; at < text.length(); at++) {
            if (at == 0 || text.charAt(at - 1) == '-') {
                text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
            }
        }
        return text.toString();
    }
}
