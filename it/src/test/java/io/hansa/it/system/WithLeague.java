package io.hansa.it.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests against the worked example, which is started once for all such classes and
 * handed to their constructors as {@link LeagueSystem}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({LeagueOfTheBuild.class, Narrator.class})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public @interface WithLeague {}
