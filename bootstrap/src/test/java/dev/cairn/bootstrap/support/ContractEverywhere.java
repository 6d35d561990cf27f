package dev.cairn.bootstrap.support;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Has every answer that REST Assured gets from the API checked against {@link Contract}, whoever asks, and printed when it is
 * not what a test wants. Quarkus finds it by its name in {@code META-INF/services} and calls it before every test class that
 * has the service running.
 */
public final class ContractEverywhere implements QuarkusTestBeforeClassCallback {
    /** As it came: to make every answer pretty, in case it should be printed, took longer than the answers. */
    private static final LogConfig ON_FAILURE = LogConfig.logConfig()
            .enableLoggingOfRequestAndResponseIfValidationFails()
            .enablePrettyPrinting(false);

    @Override
    public void beforeClass(Class<?> testClass) {
        RestAssured.replaceFiltersWith(List.of(new Check()));
        RestAssured.config = RestAssured.config().logConfig(ON_FAILURE);
    }

    private static final class Check implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request, FilterableResponseSpecification spec, FilterContext context) {
            var response = context.next(request, spec);
            var path = URI.create(request.getURI()).getRawPath();
            if (path.startsWith("/api/")) {
                Contract.served()
                        .check(new Contract.Answer(
                                request.getMethod(),
                                path,
                                response.statusCode(),
                                name -> Optional.ofNullable(response.header(name)),
                                response.asString()));
            }
            return response;
        }
    }
}
