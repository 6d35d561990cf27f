package dev.cairn.application.shared;

import java.io.Serial;

/** Two units of work met in the database and this one had to yield; nothing of it was kept. */
public final class LostRace extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public LostRace(Throwable cause) {
        super("lost a race in the database", cause, false, false);
    }
}
