package io.hansa.it.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that load one proxy, which is handed to their constructors as {@link
 * ProxySystem}: {@code shop-a} of the worked example, or with {@code
 * -Dhansa.it.server=micro|payara|wildfly} one on that server, started once for all of them. The
 * account {@code shop} is there in either case.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({LoadedProxy.class, Narrator.class})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public @interface WithLoadedProxy {}
