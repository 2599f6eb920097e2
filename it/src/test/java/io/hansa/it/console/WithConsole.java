package io.hansa.it.console;

import io.hansa.it.system.Narrator;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that use the console of a proxy in a browser; {@link ConsoleSite} is handed to
 * their methods. They are skipped where the machine has no Chromium. {@code
 * -Dhansa.it.server=micro|payara|wildfly} says on which server the proxy runs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({StartedConsole.class, Narrator.class})
@Timeout(value = 600, unit = TimeUnit.SECONDS)
@interface WithConsole {}
