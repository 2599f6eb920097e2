package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Subject;

/** Reads the values of a list's filters. */
final class Filters {
    private Filters() {}

    static Subject subject(String text) {
        try {
            return Subject.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.of(ErrorCode.REQUEST_INVALID, malformed.getMessage());
        }
    }
}
