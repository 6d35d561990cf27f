package dev.cairn.adapters.rest.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * In production the committed description is served as it is. The platform would parse the one that it made at the build and
 * write it out again, twice, at every start: half of what an executable needs to be ready. That both are the same is tested,
 * where the platform's own is served: in tests and in development.
 */
@Alternative
@Priority(1)
@Singleton
@IfBuildProfile(PublishedDescription.PROFILE)
class PublishedDescription extends OpenApiDocumentService {
    static final String PROFILE = "prod";

    private static final String COMMITTED = "/META-INF/description/openapi.yaml";

    private volatile byte @Nullable [] yaml;
    private byte @Nullable [] json;

    /** Whether it is what this build will serve, so that the platform's need not be kept. */
    static boolean isServed() {
        return ConfigUtils.isProfileActive(PROFILE);
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        return format == Format.JSON ? json() : yaml();
    }

    private byte[] yaml() {
        var known = yaml;
        if (known == null) {
            try (var committed = PublishedDescription.class.getResourceAsStream(COMMITTED)) {
                if (committed == null) {
                    throw new IllegalStateException("the description was not packaged: " + COMMITTED);
                }
                known = committed.readAllBytes();
                yaml = known;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return known;
    }

    private synchronized byte[] json() {
        if (json == null) {
            try {
                json = new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml()));
            } catch (IOException odd) {
                throw new UncheckedIOException(odd);
            }
        }
        return json;
    }
}
