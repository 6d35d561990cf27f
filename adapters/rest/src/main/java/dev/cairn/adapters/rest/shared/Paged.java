package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.PageRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that lists, and reads its page with {@link Query#page(Class)}. The parameters limit, offset and cursor of
 * the published description, and sort where there is a choice, are written from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Paged {
    /** What the list can be sorted by; nothing when its order is fixed. */
    Class<? extends Enum<?>> sort() default Fixed.class;

    /** How many a page holds when nobody says. */
    int usual() default PageRequest.DEFAULT_LIMIT;

    /** The keys of a list that has one order. */
    enum Fixed {}
}
