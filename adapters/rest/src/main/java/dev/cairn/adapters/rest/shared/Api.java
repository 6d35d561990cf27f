package dev.cairn.adapters.rest.shared;

import dev.cairn.application.adoption.solution.view.SyncedSolution;
import dev.cairn.application.jobs.view.PlanState;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.published.AdoptionStatus;
import dev.cairn.domain.adoption.published.Milestone;
import dev.cairn.domain.adoption.published.Outlook;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.customer.CustomerType;
import dev.cairn.domain.customer.DeactivationReason;
import dev.cairn.domain.customer.LifecycleReason;
import dev.cairn.domain.customer.SuspensionReason;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.jobs.published.JobStatus;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.telemetry.published.DataType;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
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
                        description = """
                        Customer adoption plans: what was sold, what is used, and what comes next.

                        **Lists** take `limit` with `offset`, and tell the `total`, for screens; and `cursor`, the `nextCursor` of the page before, for walking everything while others write. Without `nextCursor` a page is the last one.

                        **Refusals** are problems (RFC 9457) with a `code` to act on and, where a request has faults, all of them at once with pointers. What the caller may not see is 404, in the same words as what is not there.

                        **Changes**: bodies with properties that are not described are refused. Answers may get new properties, and enumerations and codes new values, within v1; clients pass over what they do not know. A property without a value is left out, never null.

                        **Values**: times are RFC 3339 in UTC, ids are UUIDs, weights and percentages are decimal numbers with at most two decimals.""",
                        contact = @Contact(name = "Cairn", url = "https://cairn.dev"),
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers =
                @Server(
                        url = "/",
                        description = "The server that this was read from, be it production, staging or local.",
                        extensions = @Extension(name = "x-internal", value = "false", parseValue = true)),
        security = @SecurityRequirement(name = "token"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Problem", implementation = Problem.class),
                            @Schema(
                                    name = "AccountStatus",
                                    implementation = AccountStatus.class,
                                    description = "Whether a customer's data is open for changes."),
                            @Schema(
                                    name = "AdoptionStatus",
                                    implementation = AdoptionStatus.class,
                                    description =
                                            "How far a plan, or several together, are in a word: nothing begun, something, or every task that counts complete."),
                            @Schema(
                                    name = "ArchiveReason",
                                    implementation = ArchiveReason.class,
                                    description =
                                            "Why a task is no longer part of its plan: its level, outcomes or releases are not included any more, or its source is gone."),
                            @Schema(name = CriterionJson.NAME, implementation = CriterionJson.class),
                            @Schema(
                                    name = "CustomerType",
                                    implementation = CustomerType.class,
                                    description = "What sort of customer it is: a person, or a company."),
                            @Schema(
                                    name = "DataType",
                                    implementation = DataType.class,
                                    description =
                                            "What sort of values a telemetry attribute takes: PERCENTAGE is 0 to 100, DATE an ISO day, TIMESTAMP an ISO instant or milliseconds since 1970."),
                            @Schema(
                                    name = "DeactivationReason",
                                    implementation = DeactivationReason.class,
                                    description = "Why an account is deactivated."),
                            @Schema(
                                    name = "EntityKind",
                                    implementation = EntityKind.class,
                                    description = "What sort of record a change was made to."),
                            @Schema(name = "JobKind", implementation = JobKind.class, description = "What a job does."),
                            @Schema(
                                    name = "JobStatus",
                                    implementation = JobStatus.class,
                                    description =
                                            "How far a job is. SUCCEEDED: it came to its end, whatever became of its parts; FAILED: it could not run; CANCELLED: somebody stopped it."),
                            @Schema(
                                    name = "LicenseLevel",
                                    implementation = LicenseLevel.class,
                                    description =
                                            "What a customer bought, from the least to the most; a higher level holds all lower ones."),
                            @Schema(
                                    name = "LifecycleReason",
                                    implementation = LifecycleReason.class,
                                    description = "Why a customer moves on, and so from where to where."),
                            @Schema(
                                    name = "LifecycleStage",
                                    implementation = LifecycleStage.class,
                                    description = "Where a customer stands on its way; apart from the account status."),
                            @Schema(
                                    name = "Milestone",
                                    implementation = Milestone.class,
                                    description =
                                            "What a plan reaches on its way: a quarter, half, three quarters, all of the weight that counts; GO_LIVE when every task that counts is complete."),
                            @Schema(
                                    name = "Outlook",
                                    implementation = Outlook.class,
                                    description =
                                            "ON_TRACK: at the recent pace complete in time, or too new to tell. BEHIND: later than expected. STUCK: something remains, and nothing was completed in 30 days."),
                            @Schema(
                                    name = "PlanState",
                                    implementation = PlanState.class,
                                    description = "How far a job is with a plan."),
                            @Schema(
                                    name = "Priority",
                                    implementation = Priority.class,
                                    description = "How much a task matters to its author."),
                            @Schema(
                                    name = "SolutionProductChange",
                                    implementation = SyncedSolution.Change.class,
                                    description =
                                            "What a synchronisation of a solution did with a product: nothing, made its plan equal, brought it in, or let it go."),
                            @Schema(
                                    name = "StatusMode",
                                    implementation = StatusMode.class,
                                    description =
                                            "Who has the say over a task's status: telemetry, or a person who decided."),
                            @Schema(
                                    name = "StatusSource",
                                    implementation = StatusSource.class,
                                    description = "Where a change of a task's status came from."),
                            @Schema(
                                    name = "SuspensionReason",
                                    implementation = SuspensionReason.class,
                                    description = "Why an account is suspended."),
                            @Schema(
                                    name = "TaskStatus",
                                    implementation = TaskStatus.class,
                                    description =
                                            "How far a customer is with one task. NOT_APPLICABLE leaves every total; NO_LONGER_USING counts as still to do.")
                        }))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "An OpenID Connect token; it names the organisation (`org_id`) and the roles. Tokens are checked as RFC8725 asks: algorithm, issuer, audience and times.")
public class Api extends Application {}
