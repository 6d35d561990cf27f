package dev.cairn.adapters.persistence.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cairn.application.shared.LostRace;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
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
            if (isAway(cause, state)) {
                return new DomainException(ErrorCode.UNAVAILABLE, "The database cannot be reached; try again shortly.");
            }
        }
        return failure;
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

    /** Connection refused or lost (what Jackson throws is no loss, though it calls itself one), the pool's wait is over, or the server says that it is starting or stopping. */
    private static boolean isAway(Throwable cause, String state) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException)
                || cause instanceof TimeoutException
                || cause instanceof VertxException
                        && String.valueOf(cause.getMessage()).contains("onnection")
                || state.startsWith("57P")
                || state.startsWith("08")
                || state.equals("53300");
    }
}
