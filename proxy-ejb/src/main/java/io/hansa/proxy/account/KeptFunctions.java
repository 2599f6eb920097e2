package io.hansa.proxy.account;

import com.password4j.Argon2Function;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/**
 * password4j 1.8 keeps every Argon2 function for ever, and each holds the memory of one hash, 19 MiB: a good part of
 * what a node at rest has. They are asked for seldom, so they are forgotten after use. Safe for many threads.
 */
final class KeptFunctions {
    private static final VarHandle INSTANCES = instances();

    private KeptFunctions() {}

    static void forget() {
        kept().clear();
    }

    static Map<?, ?> kept() {
        return (Map<?, ?>) INSTANCES.get();
    }

    private static VarHandle instances() {
        try {
            return MethodHandles.privateLookupIn(Argon2Function.class, MethodHandles.lookup())
                    .findStaticVarHandle(Argon2Function.class, "INSTANCES", ConcurrentMap.class);
        } catch (ReflectiveOperationException another) {
            throw new IllegalStateException(
                    "This password4j keeps its functions elsewhere; see KeptFunctions.", another);
        }
    }
}
