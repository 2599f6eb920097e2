package io.hansa.proxy.permission;

/** Is told all that a caller is, one after another. */
public interface SubjectVisitor {
    /**
     * All permissions of the subject count.
     *
     * @return whether it holds one that allows the capability, valid now or not
     */
    boolean counts(Subject.Kind kind, String name);

    /** Only what is denied to the subject counts. */
    void deniesOnly(Subject.Kind kind, String name);
}
