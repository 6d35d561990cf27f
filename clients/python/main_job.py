"""The main job with a generated client: from a product and a customer to a plan that is worked on."""

import os
import uuid

import cairn_client
from cairn_client import (
    AssignmentPatch,
    Criterion,
    DataType,
    LicenseLevel,
    NewAssignment,
    NewCustomer,
    NewTelemetryValue,
    OutcomeDocument,
    Problem,
    ProductDocument,
    ProductTaskDocument,
    StatusChange,
    StatusesChange,
    TaskStatus,
    TelemetryDefinitionDocument,
)


def check(what: str, holds: bool) -> None:
    if not holds:
        raise AssertionError(f"not so: {what}")
    print(what)


run = str(uuid.uuid4())
client = cairn_client.ApiClient(
    cairn_client.Configuration(host=os.environ["CAIRN"], access_token=os.environ["TOKEN"])
)
products = cairn_client.ProductsApi(client)
customers = cairn_client.CustomersApi(client)
assignments = cairn_client.AssignmentsApi(client)
plans = cairn_client.AdoptionPlansApi(client)
tasks = cairn_client.TasksApi(client)
telemetry = cairn_client.TelemetryApi(client)

product = products.create_product(
    ProductDocument(
        name=f"Secure Edge {run}",
        outcomes=[OutcomeDocument(key="zero-trust", name="Zero-trust access")],
        tasks=[
            ProductTaskDocument(key="idp", name="Connect the identity provider", weight=40, outcomes=["zero-trust"]),
            ProductTaskDocument(key="policy", name="Agree on the baseline policy", weight=30),
            ProductTaskDocument(
                key="logs",
                name="Stream logs",
                weight=20,
                license_level=LicenseLevel.ADVANTAGE,
                telemetry=[
                    TelemetryDefinitionDocument(
                        name="Streams",
                        data_type=DataType.NUMBER,
                        success_criteria=Criterion(
                            type="number_threshold", operator="greater_than_or_equal", threshold=3
                        ),
                    )
                ],
            ),
        ],
    )
)
check("a product has its tasks", len(product.tasks) == 3)

acme = NewCustomer(name=f"Acme {run}", industry="Retail", tags=["emea"])
# Under a key of its own a request is done once, however often it is sent.
key = str(uuid.uuid4())
customer = customers.create_customer(acme, idempotency_key=key)
check("a retry brings the first answer", customers.create_customer(acme, idempotency_key=key).id == customer.id)
customers.create_customer(NewCustomer(name=f"Bolt {run}"))
customers.create_customer(NewCustomer(name=f"Cord {run}"))

# A refusal is a problem with a code to act on.
try:
    customers.create_customer(acme)
    check("a name is taken once", False)
except cairn_client.ApiException as refused:
    problem = Problem.from_json(refused.body)
    check("the conflict has its code", refused.status == 409 and problem.code == "CUSTOMER_NAME_EXISTS")

# A list page by page: the cursor of one leads to the next, and the last has none.
names = set()
cursor = None
while True:
    page = customers.list_customers(q=run, sort="name", limit=2, cursor=cursor)
    check("the first page tells the total", cursor is not None or page.total == 3)
    names.update(found.name for found in page.items)
    cursor = page.next_cursor
    if cursor is None:
        break
check("every customer was listed", len(names) == 3)

assignment = assignments.assign_product(
    customer.id, NewAssignment(product_id=product.id, license_level=LicenseLevel.ADVANTAGE)
)
plan = plans.get_adoption_plan(assignment.adoption_plan.id)
first, *others = plan.tasks
check("the plan is a copy of the product", len(others) == 2)

# A value of what is measured moves the task, as long as nobody has decided about it.
logs = others[1].id
streams = telemetry.get_task_telemetry(logs).attributes[0].id
reported = telemetry.record_telemetry_value(logs, streams, NewTelemetryValue(value=5, source="customer_system"))
check("the plan moves with what is reported", float(reported.plan.progress.progress_percentage) == 22.22)
check("the task is done", tasks.get_task(logs).status == TaskStatus.DONE)

# The version is the entity tag: whoever changed the task since makes this a 412.
changed = tasks.change_task_status(
    first.id, StatusChange(status=TaskStatus.DONE, notes="Single sign-on works"), if_match=f'"{first.version}"'
)
check("the plan moves with its task", float(changed.plan.progress.progress_percentage) == 66.67)

everything = plans.change_task_statuses(
    plan.id, StatusesChange(task_ids=[task.id for task in others], status=TaskStatus.DONE)
)
check("the plan is done", everything.plan.progress.completed_tasks == 3)

outcome = product.outcomes[0].id
narrowed = assignments.change_assignment(
    customer.id,
    assignment.id,
    assignment_patch=AssignmentPatch(license_level=LicenseLevel.ESSENTIAL, selected_outcome_ids=[outcome]),
)
check("what is named changes", narrowed.selected_outcome_ids == [outcome])
check("the plan waits to be synchronised", narrowed.adoption_plan.needs_sync)
# In a merge patch null takes away, and what is left out stays.
widened = assignments.change_assignment(
    customer.id, assignment.id, assignment_patch=AssignmentPatch(selected_outcome_ids=None)
)
check("null takes the selection away", widened.selected_outcome_ids == [])
check("what is left out stays", widened.license_level == LicenseLevel.ESSENTIAL)

print("main job done")
