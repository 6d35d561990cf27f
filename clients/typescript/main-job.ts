// The main job with a generated client: from a product and a customer to a plan that is worked on.
import {
  AdoptionPlansApi,
  AssignmentsApi,
  Configuration,
  CriterionOperatorEnum,
  CriterionTypeEnum,
  CustomersApi,
  DataType,
  LicenseLevel,
  ProblemFromJSON,
  ProductsApi,
  ResponseError,
  TaskStatus,
  TasksApi,
  TelemetryApi,
} from './client/index.js';

const configuration = new Configuration({
  basePath: process.env.CAIRN,
  accessToken: process.env.TOKEN,
});
const products = new ProductsApi(configuration);
const customers = new CustomersApi(configuration);
const assignments = new AssignmentsApi(configuration);
const plans = new AdoptionPlansApi(configuration);
const tasks = new TasksApi(configuration);
const telemetry = new TelemetryApi(configuration);
const run = crypto.randomUUID();

function check(what: string, holds: boolean): void {
  if (!holds) {
    throw new Error(`not so: ${what}`);
  }
  console.log(what);
}

const product = await products.createProduct({
  productDocument: {
    name: `Secure Edge ${run}`,
    outcomes: [{ key: 'zero-trust', name: 'Zero-trust access' }],
    tasks: [
      { key: 'idp', name: 'Connect the identity provider', weight: 40, outcomes: ['zero-trust'] },
      { key: 'policy', name: 'Agree on the baseline policy', weight: 30 },
      {
        key: 'logs',
        name: 'Stream logs',
        weight: 20,
        licenseLevel: LicenseLevel.Advantage,
        telemetry: [
          {
            name: 'Streams',
            dataType: DataType.Number,
            successCriteria: {
              type: CriterionTypeEnum.NumberThreshold,
              operator: CriterionOperatorEnum.GreaterThanOrEqual,
              threshold: 3,
            },
          },
        ],
      },
    ],
  },
});
check('a product has its tasks', product.tasks.length === 3);

const acme = { name: `Acme ${run}`, industry: 'Retail', tags: ['emea'] };
// Under a key of its own a request is done once, however often it is sent.
const idempotencyKey = crypto.randomUUID();
const customer = await customers.createCustomer({ newCustomer: acme, idempotencyKey });
const again = await customers.createCustomer({ newCustomer: acme, idempotencyKey });
check('a retry brings the first answer', again.id === customer.id);
await customers.createCustomer({ newCustomer: { name: `Bolt ${run}` } });
await customers.createCustomer({ newCustomer: { name: `Cord ${run}` } });

// A refusal is a problem with a code to act on.
const refused = await customers.createCustomer({ newCustomer: acme }).catch((error: unknown) => error);
if (!(refused instanceof ResponseError)) {
  throw new Error('a name is taken twice');
}
const problem = ProblemFromJSON(await refused.response.json());
check('the conflict has its code', problem.status === 409 && problem.code === 'CUSTOMER_NAME_EXISTS');

// A list page by page: the cursor of one leads to the next, and the last has none.
const names = new Set<string>();
let cursor: string | undefined;
do {
  const page = await customers.listCustomers({ q: run, sort: 'name', limit: 2, cursor });
  check('the first page tells the total', cursor !== undefined || page.total === 3);
  page.items.forEach((found) => names.add(found.name));
  cursor = page.nextCursor;
} while (cursor !== undefined);
check('every customer was listed', names.size === 3);

const assignment = await assignments.assignProduct({
  id: customer.id,
  newAssignment: { productId: product.id, licenseLevel: LicenseLevel.Advantage },
});
const plan = await plans.getAdoptionPlan({ id: assignment.adoptionPlan.id });
const [first, ...others] = plan.tasks ?? [];
check('the plan is a copy of the product', others.length === 2);

// A value of what is measured moves the task, as long as nobody has decided about it.
const logs = others[1].id;
const measured = await telemetry.getTaskTelemetry({ id: logs });
const reported = await telemetry.recordTelemetryValue({
  id: logs,
  attributeId: measured.attributes[0].id,
  newTelemetryValue: { value: 5, source: 'customer_system' },
});
check('the plan moves with what is reported', reported.plan.progress.progressPercentage === 22.22);
check('the task is done', (await tasks.getTask({ id: logs })).status === TaskStatus.Done);

const changed = await tasks.changeTaskStatus({
  id: first.id,
  ifMatch: `"${first.version}"`, // whoever changed the task since makes this a 412
  statusChange: { status: TaskStatus.Done, notes: 'Single sign-on works' },
});
check('the plan moves with its task', changed.plan.progress.progressPercentage === 66.67);

const all = await plans.changeTaskStatuses({
  id: plan.id,
  statusesChange: { taskIds: others.map((task) => task.id), status: TaskStatus.Done },
});
check('the plan is done', all.plan.progress.completedTasks === 3);

const which = { id: customer.id, assignmentId: assignment.id };
const outcome = product.outcomes[0].id;
const narrowed = await assignments.changeAssignment({
  ...which,
  assignmentPatch: { licenseLevel: LicenseLevel.Essential, selectedOutcomeIds: [outcome] },
});
check('what is named changes', narrowed.selectedOutcomeIds[0] === outcome);
check('the plan waits to be synchronised', narrowed.adoptionPlan.needsSync);
// In a merge patch null takes away, and what is left out stays.
const widened = await assignments.changeAssignment({ ...which, assignmentPatch: { selectedOutcomeIds: null } });
check('null takes the selection away', widened.selectedOutcomeIds.length === 0);
check('what is left out stays', widened.licenseLevel === LicenseLevel.Essential);

console.log('main job done');
