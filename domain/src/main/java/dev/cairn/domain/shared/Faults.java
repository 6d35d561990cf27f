package dev.cairn.domain.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything that is wrong, a thousand faults at most, so that a client corrects its request once. */
public final class Faults {
    /** More would help nobody, and one request could ask for a million. */
    public static final int MAX = 1_000;

    private final Map<String, Fault> found = new LinkedHashMap<>();

    /** Notes a fault; a place that is known to be wrong already keeps its first fault. */
    public void add(String pointer, Fault.Code code, String message) {
        add(new Fault(pointer, code, message));
    }

    private void add(Fault fault) {
        if (found.size() < MAX) {
            found.putIfAbsent(fault.pointer(), fault);
        }
    }

    /**
     * Makes a value; if its own rule refuses it, the faults are noted under the pointer and there is no value.
     * Refusals with another code than VALIDATION_ERROR are not faults of form and pass through.
     */
    public <T> Optional<T> at(String pointer, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.VALIDATION_ERROR) {
                throw refusal;
            }
            refusal.faults().forEach(fault -> add(fault.under(pointer)));
            return Optional.empty();
        }
    }

    /** Whether nothing was found so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Refuses with all that was found, in the order it was found; does nothing when all is well. */
    public void orThrow() {
        orThrow(ErrorCode.VALIDATION_ERROR, "The request has");
    }

    /**
     * Refuses as {@link #orThrow()} does, with a code of its own.
     *
     * @param has who has the faults, as a sentence begins: "The request has"
     */
    public void orThrow(ErrorCode code, String has) {
        if (!found.isEmpty()) {
            throw new DomainException(
                    code,
                    found.size() == 1 ? has + " a fault." : has + " " + found.size() + " faults.",
                    List.copyOf(found.values()));
        }
    }
}
