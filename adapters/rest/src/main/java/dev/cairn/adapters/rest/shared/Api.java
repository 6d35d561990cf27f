package dev.cairn.adapters.rest.shared;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** What the published description says about the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Cairn",
                        version = "v1",
                        description =
                                "Customer adoption plans: what was sold, what is used, and what comes next. Every list has"
                                        + " `limit` with `offset` and `total` for screens, and `cursor` for walking everything. Every refusal"
                                        + " is a problem (RFC 9457) with a code.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This server"),
        security = @SecurityRequirement(name = "token"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An OpenID Connect token; it names the organisation (`org_id`) and the roles.")
public class Api extends Application {}
