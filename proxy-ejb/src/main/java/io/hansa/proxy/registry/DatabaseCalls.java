package io.hansa.proxy.registry;

import java.util.function.Supplier;

/** Runs calls of the database, for which callers wait no longer than they can. */
public interface DatabaseCalls {
    /** On the caller's thread, however long it takes. */
    DatabaseCalls DIRECT =
            new DatabaseCalls() {
                @Override
                public <T> T call(long patienceMillis, Supplier<T> work, Runnable abandoned) {
                    return work.get();
                }
            };

    /**
     * @param abandoned called where the caller no longer waits and the call may still succeed
     * @throws io.hansa.proxy.failure.Failure REGISTRY_UNAVAILABLE where there is no result in time
     */
    <T> T call(long patienceMillis, Supplier<T> work, Runnable abandoned);
}
