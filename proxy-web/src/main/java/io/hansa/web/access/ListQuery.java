package io.hansa.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method gives a list: it takes the query parameters {@code q}, {@code limit}, {@code after}
 * and {@code sort}, and the {@link Filters} of its class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ListQuery {}
