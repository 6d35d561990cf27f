package dev.cairn.adapters.rest.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation brings something into the world that stands by itself: there is no state yet that {@code If-Match} could
 * mean. Its handler is a {@code Creation}; every other operation that writes changes what is there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Creates {}
