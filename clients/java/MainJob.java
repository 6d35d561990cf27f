import dev.cairn.client.ApiClient;
import dev.cairn.client.ApiException;
import dev.cairn.client.api.AdoptionPlansApi;
import dev.cairn.client.api.AssignmentsApi;
import dev.cairn.client.api.CustomersApi;
import dev.cairn.client.api.ProductsApi;
import dev.cairn.client.api.TasksApi;
import dev.cairn.client.api.TelemetryApi;
import dev.cairn.client.model.Assignment;
import dev.cairn.client.model.AssignmentPatch;
import dev.cairn.client.model.Criterion;
import dev.cairn.client.model.DataType;
import dev.cairn.client.model.LicenseLevel;
import dev.cairn.client.model.NewAssignment;
import dev.cairn.client.model.NewCustomer;
import dev.cairn.client.model.NewTelemetryValue;
import dev.cairn.client.model.OutcomeDocument;
import dev.cairn.client.model.Problem;
import dev.cairn.client.model.ProductDocument;
import dev.cairn.client.model.ProductTaskDocument;
import dev.cairn.client.model.StatusChange;
import dev.cairn.client.model.StatusesChange;
import dev.cairn.client.model.TaskStatus;
import dev.cairn.client.model.TelemetryDefinitionDocument;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The main job with a generated client: from a product and a customer to a plan that is worked on. */
public final class MainJob {
    private final String run = UUID.randomUUID().toString();
    private final ApiClient client;
    private final ProductsApi products;
    private final CustomersApi customers;
    private final AssignmentsApi assignments;
    private final AdoptionPlansApi plans;
    private final TasksApi tasks;
    private final TelemetryApi telemetry;

    public static void main(String[] arguments) throws Exception {
        new MainJob(System.getenv("CAIRN"), System.getenv("TOKEN")).run();
    }

    private MainJob(String service, String token) {
        client = new ApiClient();
        // Before anything else: what is made of the client keeps what it says now.
        client.updateBaseUri(service);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        products = new ProductsApi(client);
        customers = new CustomersApi(client);
        assignments = new AssignmentsApi(client);
        plans = new AdoptionPlansApi(client);
        tasks = new TasksApi(client);
        telemetry = new TelemetryApi(client);
    }

    private void run() throws Exception {
        var product = products.createProduct(
                new ProductDocument()
                        .name("Secure Edge " + run)
                        .addOutcomesItem(new OutcomeDocument().key("zero-trust").name("Zero-trust access"))
                        .addTasksItem(task("idp", 40, LicenseLevel.ESSENTIAL).addOutcomesItem("zero-trust"))
                        .addTasksItem(task("policy", 30, LicenseLevel.ESSENTIAL))
                        .addTasksItem(task("logs", 20, LicenseLevel.ADVANTAGE)
                                .addTelemetryItem(new TelemetryDefinitionDocument()
                                        .name("Streams")
                                        .dataType(DataType.NUMBER)
                                        .successCriteria(new Criterion()
                                                .type(Criterion.TypeEnum.NUMBER_THRESHOLD)
                                                .operator(Criterion.OperatorEnum.GREATER_THAN_OR_EQUAL)
                                                .threshold(new BigDecimal(3))))),
                null, null);
        check("a product has its tasks", product.getTasks().size() == 3);

        var acme = new NewCustomer().name("Acme " + run).industry("Retail").addTagsItem("emea");
        // Under a key of its own a request is done once, however often it is sent.
        var key = UUID.randomUUID().toString();
        var customer = customers.createCustomer(acme, key);
        check("a retry brings the first answer", customers.createCustomer(acme, key).getId().equals(customer.getId()));
        customers.createCustomer(new NewCustomer().name("Bolt " + run), null);
        customers.createCustomer(new NewCustomer().name("Cord " + run), null);

        // A refusal is a problem with a code to act on.
        try {
            customers.createCustomer(acme, null);
            check("a name is taken once", false);
        } catch (ApiException refused) {
            var problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            check("the conflict has its code", refused.getCode() == 409
                    && problem.getCode().equals("CUSTOMER_NAME_EXISTS"));
        }

        // A list page by page: the cursor of one leads to the next, and the last has none.
        var names = new HashSet<String>();
        String cursor = null;
        do {
            var page = customers.listCustomers(null, null, null, null, null, null, run, "name", 2, null, cursor);
            check("the first page tells the total", cursor != null || page.getTotal() == 3);
            page.getItems().forEach(found -> names.add(found.getName()));
            cursor = page.getNextCursor();
        } while (cursor != null);
        check("every customer was listed", names.size() == 3);

        var assignment = assignments.assignProduct(
                customer.getId(), new NewAssignment().productId(product.getId()).licenseLevel(LicenseLevel.ADVANTAGE),
                null, null);
        var plan = plans.getAdoptionPlan(assignment.getAdoptionPlan().getId(), null);
        check("the plan is a copy of the product", plan.getTasks().size() == 3);

        // A value of what is measured moves the task, as long as nobody has decided about it.
        var logs = plan.getTasks().get(2).getId();
        var streams = telemetry.getTaskTelemetry(logs, null).getAttributes().get(0).getId();
        var reported = telemetry.recordTelemetryValue(
                logs, streams, new NewTelemetryValue().value(5).source("customer_system"), null, null, null);
        check("the plan moves with what is reported",
                reported.getPlan().getProgress().getProgressPercentage().compareTo(new BigDecimal("22.22")) == 0);
        check("the task is done", tasks.getTask(logs, null).getStatus() == TaskStatus.DONE);

        var first = plan.getTasks().get(0);
        // The version is the entity tag: whoever changed the task since makes this a 412.
        var changed = tasks.changeTaskStatus(
                first.getId(),
                new StatusChange().status(TaskStatus.DONE).notes("Single sign-on works"),
                "\"" + first.getVersion() + "\"");
        check("the plan moves with its task",
                changed.getPlan().getProgress().getProgressPercentage().compareTo(new BigDecimal("66.67")) == 0);

        var others = plan.getTasks().stream().skip(1).map(task -> task.getId()).toList();
        var all = plans.changeTaskStatuses(
                plan.getId(), new StatusesChange().taskIds(others).status(TaskStatus.DONE), null, null);
        check("the plan is done", all.getPlan().getProgress().getCompletedTasks() == 3);

        var outcome = product.getOutcomes().get(0).getId();
        var narrowed = change(customer.getId(), assignment.getId(),
                new AssignmentPatch().licenseLevel(LicenseLevel.ESSENTIAL).selectedOutcomeIds(List.of(outcome)));
        check("what is named changes", narrowed.getSelectedOutcomeIds().equals(List.of(outcome)));
        check("the plan waits to be synchronised", narrowed.getAdoptionPlan().getNeedsSync());
        // In a merge patch null takes away, and what is left out stays.
        var widened = change(customer.getId(), assignment.getId(), new AssignmentPatch().selectedOutcomeIds(null));
        check("null takes the selection away", widened.getSelectedOutcomeIds().isEmpty());
        check("what is left out stays", widened.getLicenseLevel() == LicenseLevel.ESSENTIAL);

        System.out.println("main job done");
    }

    private Assignment change(UUID customer, UUID assignment, AssignmentPatch patch) throws ApiException {
        return assignments.changeAssignment(customer, assignment, null, null, patch);
    }

    private static ProductTaskDocument task(String key, int weight, LicenseLevel level) {
        return new ProductTaskDocument()
                .key(key)
                .name("Task " + key)
                .weight(new BigDecimal(weight))
                .licenseLevel(level);
    }

    private static void check(String what, boolean holds) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
        System.out.println(what);
    }
}
