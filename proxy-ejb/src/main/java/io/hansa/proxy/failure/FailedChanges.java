package io.hansa.proxy.failure;

/** Is told of each change that the registry's database did not take. Safe for many threads. */
@FunctionalInterface
public interface FailedChanges {
    void add(Throwable failure);
}
