package io.hansa.it.league;

import org.hamcrest.CustomMatcher;

/** Holds while the value is what it was when last looked at. */
final class Unchanged<T> extends CustomMatcher<T> {
    private Object last;

    Unchanged() {
        super("the same as the time before");
    }

    @Override
    public boolean matches(Object now) {
        boolean same = now.equals(last);
        last = now;
        return same;
    }
}
