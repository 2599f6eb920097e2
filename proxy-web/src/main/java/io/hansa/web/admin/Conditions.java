package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.administration.Precondition;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conditions of a change in its request's headers. (RFC 9110, sections 13.1.1 and 13.1.2) */
final class Conditions {
    private static final Pattern TAG = Pattern.compile("\\s*+(W/)?\"([^\"]*+)\"\\s*+(?:,|$)");

    private Conditions() {}

    static Precondition of(HttpHeaders headers) {
        Precondition match = match(headers.getHeaderString(HttpHeaders.IF_MATCH));
        Precondition noneMatch = noneMatch(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        return before -> {
            match.check(before);
            noneMatch.check(before);
        };
    }

    static Precondition match(String header) {
        if (header == null) {
            return Precondition.NONE;
        }
        return header.strip().equals("*")
                ? Precondition.PRESENT
                : Precondition.tagged(tags(header));
    }

    static Precondition noneMatch(String header) {
        if (header == null) {
            return Precondition.NONE;
        }
        if (header.strip().equals("*")) {
            return Precondition.ABSENT;
        }
        throw Failure.of(
                ErrorCode.REQUEST_INVALID,
                "If-None-Match of a change is %s; give *, or use If-Match."
                        .formatted(Name.shortened(header)));
    }

    /** Weak tags are left out: they do not promise that nothing was changed. */
    private static Set<String> tags(String header) {
        Set<String> tags = new HashSet<>();
        Matcher tag = TAG.matcher(header);
        int end = 0;
        while (end < header.length() && tag.region(end, header.length()).lookingAt()) {
            if (tag.group(1) == null) {
                tags.add(tag.group(2));
            }
            end = tag.end();
        }
        if (end < header.length() || end == 0) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "If-Match is %s; give the ETag of the last answer, quotes included."
                            .formatted(Name.shortened(header)));
        }
        return tags;
    }
}
