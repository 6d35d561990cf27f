package dev.cairn.domain.shared;

import java.io.Serial;
import java.util.List;

/** The domain says no. An answer, not a crash: it carries a code and no stack trace. */
public final class DomainException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Fault> faults;

    /** Of more faults than {@link Faults#MAX} the first are kept: nobody reads the rest, and an answer has its bounds. */
    public DomainException(ErrorCode code, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = faults.stream().limit(Faults.MAX).toList();
    }

    public DomainException(ErrorCode code, String detail, Fault... faults) {
        this(code, detail, List.of(faults));
    }

    /** A single value is wrong in itself; whoever knows where it stands adds the pointer. */
    public static DomainException invalid(Fault.Code code, String message) {
        return new DomainException(
                ErrorCode.VALIDATION_ERROR, "The request has a fault.", new Fault("", code, message));
    }

    /** The code that tells of a failure: a no's own; INTERNAL_ERROR for what nobody foresaw. */
    public static ErrorCode codeOf(Throwable failure) {
        return failure instanceof DomainException refusal ? refusal.code : ErrorCode.INTERNAL_ERROR;
    }

    /** Which no it is. */
    public ErrorCode code() {
        return code;
    }

    /** What exactly is wrong, where that can be said; empty otherwise. */
    public List<Fault> faults() {
        return faults;
    }

    /** What happened, in words for the client's developer. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
