package io.hansa.proxy.authorization;

import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.permission.SubjectVisitor;
import java.util.ArrayList;
import java.util.List;

/** The subjects whose permissions could have allowed it, for a refusal. */
final class SubjectNames implements SubjectVisitor {
    private final List<Subject> counted = new ArrayList<>();

    @Override
    public boolean counts(Subject.Kind kind, String name) {
        counted.add(new Subject(kind, name));
        return false;
    }

    @Override
    public void deniesOnly(Subject.Kind kind, String name) {
        // It could have allowed nothing.
    }

    List<Subject> counted() {
        return counted;
    }
}
