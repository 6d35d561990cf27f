package dev.cairn.adapters.rest.shared;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The only class that knows which failure has which status, and the only one that writes problems. */
@Singleton
public class ProblemMapper {
    /** The media type of a problem. */
    public static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** How long a client should leave an absent neighbour alone, in seconds. */
    public static final int RETRY_AFTER = 5;

    /** How long a client should wait for its own request that is still at work, in seconds. */
    private static final int RETRY_AFTER_BUSY = 1;

    /** What may not stand in a path (RFC 3986): other characters, and percent signs that escape nothing. */
    private static final Pattern NO_URI = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^\\w.~!$&'()*+,;=:@/%-]+");

    private final AllowedMethods methods;

    ProblemMapper(AllowedMethods methods) {
        this.methods = methods;
    }

    /** The domain, the gate or the road said no. */
    @ServerExceptionMapper
    public RestResponse<Problem> refused(DomainException refusal, RoutingContext request) {
        return problem(refusal, request);
    }

    /** The framework said no: unknown path, method, media type. */
    @ServerExceptionMapper
    public RestResponse<Problem> http(WebApplicationException failure, RoutingContext request) {
        var code = codeOf(failure.getResponse().getStatus());
        var answer = problem(new DomainException(code, detailOf(code)), request);
        if (code == ErrorCode.METHOD_NOT_ALLOWED) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, methods.of(request.normalizedPath()));
        }
        return answer;
    }

    /** The token is none that we take. */
    @ServerExceptionMapper
    public RestResponse<Problem> unauthenticated(AuthenticationFailedException failure, RoutingContext request) {
        return problem(noToken(), request);
    }

    /** There is no token. */
    @ServerExceptionMapper
    public RestResponse<Problem> unauthenticated(UnauthorizedException failure, RoutingContext request) {
        return problem(noToken(), request);
    }

    /** The token is good, and says too little. */
    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(io.quarkus.security.ForbiddenException failure, RoutingContext request) {
        return problem(new DomainException(ErrorCode.FORBIDDEN, detailOf(ErrorCode.FORBIDDEN)), request);
    }

    /** Nobody expected this: the log gets all that holds no data, the client the trace id to ask with. */
    @ServerExceptionMapper
    public RestResponse<Problem> broken(Throwable failure, RoutingContext request) {
        LOG.errorf(Told.of(failure), "request %s failed", Exchange.traceId(request));
        return problem(new DomainException(ErrorCode.INTERNAL_ERROR, detailOf(ErrorCode.INTERNAL_ERROR)), request);
    }

    private static DomainException noToken() {
        return new DomainException(ErrorCode.UNAUTHENTICATED, detailOf(ErrorCode.UNAUTHENTICATED));
    }

    /** A refusal as the answer to a request. */
    public static RestResponse<Problem> problem(DomainException refusal, RoutingContext request) {
        var code = refusal.code();
        var status = status(code.kind());
        var faults = refusal.faults().stream()
                .map(fault ->
                        new Problem.FaultJson(fault.pointer(), fault.code().name(), fault.message()))
                .toList();
        var body = new Problem(
                type(code),
                code.title(),
                status,
                refusal.detail(),
                reference(request.request().path()),
                code.name(),
                faults,
                Exchange.traceId(request));
        var builder = RestResponse.ResponseBuilder.<Problem>create(status)
                .entity(body)
                .type(PROBLEM);
        if (code.kind() == ErrorCode.Kind.NO_IDENTITY) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (code.kind() == ErrorCode.Kind.AWAY) {
            builder.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (code.kind() == ErrorCode.Kind.BUSY) {
            builder.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_BUSY);
        }
        return builder.build();
    }

    /** The URI that names what a code means. */
    public static String type(ErrorCode code) {
        return "https://cairn.dev/problems/" + code.slug();
    }

    /** The path as a URI reference, also when what was asked for is none. */
    private static String reference(@Nullable String path) {
        return NO_URI.matcher(path == null ? "/" : path)
                .replaceAll(odd -> URLEncoder.encode(odd.group(), StandardCharsets.UTF_8));
    }

    /** The status of a sort of refusal. */
    public static int status(ErrorCode.Kind kind) {
        return switch (kind) { // no default: a new kind does not compile
            case INVALID -> 400;
            case NO_IDENTITY -> 401;
            case NO_RIGHT -> 403;
            case MISSING -> 404;
            case METHOD -> 405;
            case REPRESENTATION -> 406;
            case CONFLICT, BUSY -> 409;
            case STATE -> 412;
            case SIZE -> 413;
            case MEDIA_TYPE -> 415;
            case RULE -> 422;
            case LOCKED -> 423;
            case STATE_UNSAID -> 428;
            case PACE -> 429;
            case BROKEN -> 500;
            case AWAY -> 503;
        };
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.MALFORMED_REQUEST : ErrorCode.INTERNAL_ERROR;
        };
    }

    private static String detailOf(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> "Send a valid bearer token.";
            case FORBIDDEN -> "The token does not allow that.";
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "This path does not answer that method.";
            case NOT_ACCEPTABLE ->
                "This path answers in none of the media types that Accept names; most answer in application/json.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "This path does not take that media type; JSON is application/json, a workbook or CSV goes where the description says so.";
            case PAYLOAD_TOO_LARGE -> "The body is larger than what is taken here.";
            case UNAVAILABLE -> "A part of the service is away; try again shortly.";
            case MALFORMED_REQUEST -> "The request cannot be read.";
            default -> "Something went wrong on our side; the trace id names this request.";
        };
    }
}
