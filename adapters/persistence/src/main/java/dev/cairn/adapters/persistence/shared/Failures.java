package dev.cairn.adapters.persistence.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cairn.application.shared.LostRace;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.hibernate.HibernateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Turns what the database says into what the application understands. */
final class Failures {
    private Failures() {}

    static Throwable translate(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException) {
                return cause;
            }
            var refusal = constraint(cause).flatMap(ConstraintNames::refusal);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            var state = state(cause);
            if (state.equals("40001") || state.equals("40P01")) {
                return new LostRace(failure);
            }
            var unavailable = unavailable(cause, state);
            if (unavailable.isPresent()) {
                return new DomainException(ErrorCode.UNAVAILABLE, unavailable.get() + "; try again shortly.");
            }
        }
        return unforeseen(failure);
    }

    /** Why the work may well be done a little later; empty when that is not to be expected. */
    private static Optional<String> unavailable(Throwable cause, String state) {
        if (state.equals("55P03")) {
            return Optional.of("Others are changing the same data for too long");
        }
        if (state.equals("57014") || state.equals("25P03")) {
            return Optional.of("The database took too long");
        }
        if (isPoolTimeout(cause)) {
            return Optional.of("Too many requests wait for the database");
        }
        return isAway(cause, state) ? Optional.of("The database cannot be reached") : Optional.empty();
    }

    /** Whether a lock was waited for longer than anybody should. */
    static boolean isTiredOfWaiting(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (state(cause).equals("55P03")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> constraint(Throwable cause) {
        if (cause instanceof PgException database) {
            return Optional.ofNullable(database.getConstraint());
        }
        return cause instanceof ConstraintViolationException hibernate
                ? Optional.ofNullable(hibernate.getConstraintName())
                : Optional.empty();
    }

    private static String state(Throwable cause) {
        if (cause instanceof PgException database) {
            return String.valueOf(database.getSqlState());
        }
        return cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    }

    /** The client has no type for it: the pool's wait for a connection is over, or too many wait already. */
    private static boolean isPoolTimeout(Throwable cause) {
        var words = String.valueOf(cause.getMessage());
        return cause instanceof NoStackTraceThrowable && words.equals("Timeout")
                || cause instanceof VertxException
                        && (words.startsWith("Timeout waiting") || words.contains("max wait queue size"));
    }

    /**
     * Connection refused or lost (what Jackson throws is no loss, though it calls itself one), or the server says that it
     * is starting or stopping.
     */
    private static boolean isAway(Throwable cause, String state) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException)
                || cause instanceof TimeoutException
                || cause instanceof VertxException
                        && String.valueOf(cause.getMessage()).contains("onnection")
                || state.startsWith("57P")
                || state.startsWith("08")
                || state.equals("53300");
    }

    /** What the database said without its words; a failure that is none of the database's stays as it is. */
    private static Throwable unforeseen(Throwable failure) {
        var what = "";
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException || cause instanceof SQLException || cause instanceof HibernateException) {
                what += (what.isEmpty() ? "" : ", ")
                        + cause.getClass().getSimpleName()
                        + (state(cause).isEmpty() ? "" : " " + state(cause))
                        + constraint(cause).map(name -> " of " + name).orElse("");
            }
        }
        return what.isEmpty() ? failure : new UnforeseenFailure(what, failure);
    }
}
