package io.hansa.proxy.registry;

/**
 * The databases on which every test of the registry runs; each is started once and ends with the
 * JVM.
 */
public enum SharedDatabase {
    H2 {
        @Override
        public RegistryDatabase get() {
            return InMemory.DATABASE;
        }
    },
    POSTGRESQL {
        @Override
        public RegistryDatabase get() {
            return Server.DATABASE;
        }
    };

    public abstract RegistryDatabase get();

    private static final class InMemory {
        static final RegistryDatabase DATABASE = RegistryDatabase.h2();
    }

    private static final class Server {
        static final RegistryDatabase DATABASE = RegistryDatabase.postgresql();
    }
}
