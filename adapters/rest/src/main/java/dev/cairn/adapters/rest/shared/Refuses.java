package dev.cairn.adapters.rest.shared;

import dev.cairn.domain.shared.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The refusals that an operation can answer with, beside those that every operation has. The published description is
 * written from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
    /** The codes. */
    ErrorCode[] value();
}
