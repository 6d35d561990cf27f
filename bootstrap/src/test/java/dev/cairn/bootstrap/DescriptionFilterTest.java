package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.adapters.rest.description.DescriptionFilter;
import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.Creates;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.customer.view.CustomerSort;
import dev.cairn.domain.shared.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/** What the build makes of a description, and which ones it refuses. */
class DescriptionFilterTest {
    private static final String THINGS = "/api/v1/things/{id}";

    private final OpenAPI described = OASFactory.createOpenAPI()
            .components(OASFactory.createComponents()
                    .addSchema("Problem", text().description("A refusal.").addExample("no"))
                    .addSchema("Thing", thing()))
            .addTag(OASFactory.createTag().name("Things").description("All of them."))
            .paths(OASFactory.createPaths()
                    .addPathItem(THINGS, OASFactory.createPathItem().GET(operation())));

    /** Operations as resources have them. */
    @SuppressWarnings("unused")
    private interface Resource {
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "listThings")
        @Refuses(ErrorCode.VALIDATION_ERROR)
        @Paged(sort = CustomerSort.class, usual = 20)
        void list();
    }

    /** What the operation answers. */
    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Thing", hidden = true)
    private record ThingJson(EntityTag etag) implements Tagged {}

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(10);
    }

    private static Schema thing() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A thing.")
                .addRequired("name")
                .addProperty("name", text().description("What it is called.").addExample("Lamp"))
                .addProperty("colour", text().description("Its colour."));
    }

    private static Operation operation() {
        return OASFactory.createOperation()
                .operationId("listThings")
                .summary("List things")
                .description("All of them.")
                .addTag("Things")
                .addParameter(OASFactory.createParameter()
                        .name("id")
                        .in(Parameter.In.PATH)
                        .description("Its id.")
                        .schema(OASFactory.createSchema().addType(SchemaType.STRING)))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .description("The things")
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/json",
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref("#/components/schemas/Thing"))))));
    }

    private OpenAPI filtered() throws IOException {
        new DescriptionFilter(Index.of(
                        Resource.class,
                        CustomerSort.class,
                        Paged.Fixed.class,
                        Paged.class,
                        Tagged.class,
                        ThingJson.class,
                        Creates.class))
                .filterOpenAPI(described);
        return described;
    }

    private Operation theOperation() {
        return described.getPaths().getPathItem(THINGS).getGET();
    }

    private void isRefusedWith(Consumer<Operation> lack, String gap) {
        lack.accept(theOperation());
        assertThatThrownBy(this::filtered)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(gap);
    }

    @Test
    void a_list_has_the_parameters_of_its_page() throws IOException {
        filtered();

        assertThat(theOperation().getParameters())
                .extracting(Parameter::getName)
                .containsExactly("id", "If-None-Match", "sort", "limit", "offset", "cursor");
        assertThat(theOperation().getParameters().get(2).getSchema().getPattern())
                .isEqualTo("^-?(name|code|createdAt|updatedAt)(,-?(name|code|createdAt|updatedAt))*$");
        assertThat(theOperation().getParameters().get(3).getSchema().getDefaultValue())
                .isEqualTo(20);
    }

    @Test
    void an_answer_gets_an_example_made_of_those_of_its_properties() throws IOException {
        assertThat(filtered().getComponents().getExamples().get("Thing").getValue())
                .isEqualTo(java.util.Map.of("name", "Lamp"));
    }

    @Test
    void refusals_have_their_headers() throws IOException {
        var answers = filtered().getComponents().getResponses();

        assertThat(answers.get("UNAUTHENTICATED").getHeaders()).containsKey("WWW-Authenticate");
        assertThat(answers.get("UNAVAILABLE").getHeaders()).containsKey("Retry-After");
    }

    @Test
    void an_operation_without_an_id_is_named_by_its_place() {
        isRefusedWith(operation -> operation.setOperationId(null), "operation GET " + THINGS + ": no operationId");
    }

    @Test
    void a_single_resource_has_an_entity_tag_and_is_not_sent_twice() throws IOException {
        var answers = filtered().getPaths().getPathItem(THINGS).getGET().getResponses();

        assertThat(answers.getAPIResponse("200").getHeaders()).containsKey("ETag");
        assertThat(answers.getAPIResponse("304").getHeaders()).containsKey("ETag");
    }

    @Test
    void a_single_resource_without_an_entity_tag_is_a_gap() {
        described.getComponents().addSchema("Other", thing());
        isRefusedWith(
                operation -> operation
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaType("application/json")
                        .getSchema()
                        .setRef("#/components/schemas/Other"),
                "operation listThings: answers a single resource that is not Tagged");
    }

    @Test
    void a_post_takes_a_key_and_a_change_a_precondition() throws IOException {
        var item = described.getPaths().getPathItem(THINGS);
        item.setPOST(item.getGET());
        item.setGET(null);

        assertThat(filtered().getPaths().getPathItem(THINGS).getPOST().getParameters())
                .extracting(Parameter::getName)
                .contains("Idempotency-Key", "If-Match");
    }

    @Test
    void nothing_is_required_in_a_patch_and_null_removes_what_may_be_absent() throws IOException {
        var item = described.getPaths().getPathItem(THINGS);
        item.setPATCH(item.getGET()
                .requestBody(OASFactory.createRequestBody()
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        BodyReader.MERGE_PATCH,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref("#/components/schemas/Thing"))))));
        item.setGET(null);

        var patch = filtered().getComponents().getSchemas().get("ThingPatch");
        assertThat(patch.getRequired()).isNull();
        assertThat(patch.getProperties().get("colour").getType()).contains(SchemaType.NULL);
        assertThat(patch.getProperties().get("name").getType()).doesNotContain(SchemaType.NULL);
        var whole = described.getComponents().getSchemas().get("Thing");
        assertThat(whole.getProperties().get("colour").getType()).doesNotContain(SchemaType.NULL);
    }

    @Test
    void an_operation_needs_a_description() {
        isRefusedWith(operation -> operation.setDescription(" "), "operation listThings: no description");
    }

    @Test
    void an_operation_needs_exactly_one_tag() {
        isRefusedWith(operation -> operation.setTags(List.of()), "operation listThings: not exactly one tag");
    }

    @Test
    void a_tag_needs_a_description() {
        isRefusedWith(operation -> operation.setTags(List.of("Other")), "a tag without a description");
    }

    @Test
    void an_operation_says_what_it_refuses() {
        isRefusedWith(
                operation -> operation.setOperationId("listOthers"),
                "operation listOthers: does not say what it refuses: @Refuses");
    }

    @Test
    void an_answer_needs_an_example() {
        described
                .getComponents()
                .getSchemas()
                .get("Thing")
                .getProperties()
                .get("name")
                .setExamples(null);
        isRefusedWith(operation -> {}, "operation listThings: no example of answer 200 as application/json");
    }

    @Test
    void a_parameter_needs_an_example() {
        isRefusedWith(
                operation -> operation.addParameter(OASFactory.createParameter()
                        .name("q")
                        .in(Parameter.In.QUERY)
                        .description("Words.")
                        .schema(text())),
                "operation listThings: parameter q: no example");
    }

    @Test
    void a_text_needs_a_length() {
        described
                .getComponents()
                .getSchemas()
                .get("Thing")
                .getProperties()
                .get("name")
                .setMaxLength(null);
        isRefusedWith(operation -> {}, "schema Thing: property name: a text without maxLength");
    }

    @Test
    void a_whole_number_needs_a_range() {
        described
                .getComponents()
                .getSchemas()
                .get("Thing")
                .addProperty(
                        "size",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .maximum(BigDecimal.TEN)
                                .description("How large."));
        isRefusedWith(operation -> {}, "schema Thing: property size: a whole number without minimum");
    }
}
