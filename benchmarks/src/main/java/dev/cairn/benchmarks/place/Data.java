package dev.cairn.benchmarks.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows under the measurement. The catalogue, one customer and one plan of each product come in through the API, so that
 * they are what the service writes; the rest are copies of them, made set-based.
 *
 * <p>Everything copied has a number, and its id ends in it, as twelve decimal digits behind {@value #OFFSET}. So whoever wants
 * a random row, here or in a script of pgbench, writes down its id instead of looking for one.
 */
public final class Data {
    /** What is added to a number for its digits, so that there are always twelve. */
    public static final long OFFSET = 100_000_000_000L;

    /** Ids of customers, up to the digits. */
    public static final String CUSTOMER = "01980001-0000-7000-8000-";
    /** Ids of assignments, up to the digits; an assignment has the number of its customer. */
    public static final String ASSIGNMENT = "01980002-0000-7000-8000-";
    /** Ids of plans, up to the digits; a plan has the number of its customer. */
    public static final String PLAN = "01980003-0000-7000-8000-";
    /** Ids of tasks, up to the digits; numbered through all plans. */
    public static final String TASK = "01980004-0000-7000-8000-";
    /** Ids of attributes, up to the digits; numbered through all tasks, the required one of a task first. */
    public static final String ATTRIBUTE = "01980005-0000-7000-8000-";
    /** Ids of values, up to the digits; numbered through all attributes. */
    public static final String VALUE = "01980006-0000-7000-8000-";

    /** The tasks of a plan. */
    public static final int TASKS = 50;
    /** The attributes of a task. */
    public static final int ATTRIBUTES = 2;
    /** The values of an attribute. */
    public static final int VALUES = 10;

    /** Where customers begin that only one operation needs: those whose plans are synchronised. */
    public static final int MOVING = 1_000_000;
    /** Where customers begin that have nothing yet. */
    public static final int FRESH = 2_000_000;

    private static final String DIGITS = "(" + OFFSET + " + %s)::text";

    /** How the data is made. Another number makes it anew. */
    private static final int FORMAT = 1;

    private static final String STATE = "benchmark_state";

    private final Server server;
    private final Api api;
    private final int customers;
    private Products products = new Products("", "", "");

    /**
     * The products.
     *
     * @param measured the one that every customer has
     * @param assigned the one that is assigned
     * @param moving the one that changes, and whose plans are synchronised
     */
    public record Products(String measured, String assigned, String moving) {}

    /** The data of so many customers. */
    public Data(Server server, Api api, int customers) {
        this.server = server;
        this.api = api;
        this.customers = customers;
    }

    /** How many customers have a plan of tasks and values behind it. */
    public int customers() {
        return customers;
    }

    /** The ids of the products. */
    public Products products() {
        return products;
    }

    /** Brings in what is not there yet; data of an earlier run is used again. */
    public void load() throws IOException, SQLException {
        try (var sql = new Sql(server.connect())) {
            if (sql.number("select count(*) from pg_tables where tablename = '" + STATE + "'") == 0) {
                make(sql);
            } else if (sql.number("select format from " + STATE) != FORMAT) {
                throw new IOException("the data was made by another version of this program: delete benchmarks/target");
            }
            products = new Products(
                    sql.text("select measured from " + STATE),
                    sql.text("select assigned from " + STATE),
                    sql.text("select moving from " + STATE));
        }
        tidy();
    }

    private void make(Sql sql) throws IOException, SQLException {
        if (sql.number("select count(*) from product") > 0) {
            throw new IOException("loading was cut short: delete benchmarks/target/benchmark-*");
        }
        long began = System.nanoTime();
        var made = new Products(product("Measured"), product("Assigned"), product("Moving"));
        var plan = template(made.measured());
        template(made.assigned());
        template(made.moving());
        settle(plan);
        copy(sql, made.measured(), 0, customers);
        values(sql, customers);
        sql.run("create sequence benchmark_next");
        sql.run("create table " + STATE + " as select " + FORMAT + " as format, '" + made.measured()
                + "' as measured, '" + made.assigned() + "' as assigned, '" + made.moving()
                + "' as moving, clock_timestamp() as loaded");
        sql.run("vacuum (analyze)");
        System.out.printf("%d customers loaded in %.0f s%n", customers, (System.nanoTime() - began) / 1e9);
    }

    /** A product of fifty tasks that weigh 100 together, with all that a product can have. */
    private String product(String name) throws IOException {
        var task = """
                {"key": "t%1$d", "name": "Task %1$d of the roll-out", "description": "What has to be done in step %1$d, and why it matters to whoever pays for it.",
                 "estMinutes": %2$d, "weight": 2, "priority": "HIGH", "licenseLevel": "ESSENTIAL",
                 "howToDoc": ["https://docs.example.org/steps/%1$d"], "howToVideo": ["https://video.example.org/steps/%1$d"],
                 "notes": "Version 0", "outcomes": ["o%3$d"], "releases": ["r%4$d"], "tags": ["g%3$d"],
                 "telemetry": [
                  {"key": "users", "name": "Users", "dataType": "NUMBER", "isRequired": true, "order": 1,
                   "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}},
                  {"key": "sso", "name": "Single sign-on", "dataType": "BOOLEAN", "order": 2,
                   "successCriteria": {"type": "boolean_flag", "expectedValue": true}}]}""";
        var tasks = IntStream.rangeClosed(1, TASKS)
                .mapToObj(i -> task.formatted(i, 30 + i, 1 + i % 3, 1 + i % 2))
                .collect(Collectors.joining(","));
        return api.post("/api/v1/products", """
                {"name": "%s",
                 "outcomes": [{"key": "o1", "name": "Zero-trust access"}, {"key": "o2", "name": "See all traffic"}, {"key": "o3", "name": "Fewer tickets"}],
                 "releases": [{"key": "r1", "name": "2026.1", "level": 1.0}, {"key": "r2", "name": "2026.2", "level": 2.0}],
                 "tags": [{"key": "g1", "name": "Network", "color": "#1f6feb"}, {"key": "g2", "name": "Identity", "color": "#2da44e"}, {"key": "g3", "name": "Data", "color": "#bf3989"}],
                 "tasks": [%s]}""".formatted(name, tasks))
                .path("id")
                .asText();
    }

    /** A customer with a plan of the product, to be copied; the plan's id. */
    private String template(String product) throws IOException {
        var customer = api.post("/api/v1/customers", """
                {"name": "Template %s", "externalId": "crm-%s", "industry": "Retail", "type": "BUSINESS", "website": "https://example.org",
                 "phone": "+49 30 1234567", "description": "A customer as there are many.",
                 "lifecycleStage": "ACTIVE", "tags": ["emea", "tier-1"]}""".formatted(product, product));
        return api.post(
                        "/api/v1/customers/" + customer.path("id").asText() + "/products",
                        "{\"productId\": \"" + product + "\", \"licenseLevel\": \"SIGNATURE\"}")
                .path("adoptionPlan")
                .path("id")
                .asText();
    }

    /** Reports a value of each attribute, half of them met: the rules settle what becomes of the tasks. */
    private void settle(String plan) throws IOException {
        var rows = new StringBuilder();
        for (JsonNode task :
                api.get("/api/v1/adoption-plans/" + plan + "/tasks?limit=200").path("items")) {
            var name = task.path("name").asText();
            var row = "{\"planId\": \"" + plan + "\", \"taskName\": \"" + name + "\", \"attributeName\": \"";
            rows.append(rows.isEmpty() ? "" : ",")
                    .append(row)
                    .append("Users\", \"value\": ")
                    .append(task.path("sequenceNumber").asInt() % 2 == 0 ? 150 : 50)
                    .append("},")
                    .append(row)
                    .append("Single sign-on\", \"value\": true}");
        }
        var told = api.post("/api/v1/telemetry/values", "{\"values\": [" + rows + "]}");
        if (told.path("stored").asInt() != TASKS * ATTRIBUTES) {
            throw new IOException("the template's values were not all taken: " + told);
        }
    }

    /**
     * Copies the customer of a product, with its assignment, plan, tasks and attributes.
     *
     * @param first the number before the first copy
     */
    void copy(Sql sql, String product, int first, int count) throws SQLException {
        var numbers = "generate_series(%d, %d) n".formatted(first + 1, first + count);
        var number = "(n - 1) * %d + t.sequence_number".formatted(TASKS);
        var ofProduct = "p.product_id = '" + product + "' and c.name = 'Template " + product + "'";
        var from = "adoption_plan p join customer c on c.org_id = p.org_id and c.id = p.customer_id and " + ofProduct;
        // Without the checks of foreign keys: what is copied refers to what was copied before it.
        sql.run("set session_replication_role = replica");
        sql.run(customers(numbers, "c.name = 'Template " + product + "'"));
        sql.run("insert into product_assignment select r.* from " + from
                + " join product_assignment a on a.org_id = p.org_id and a.id = p.assignment_id cross join " + numbers
                + " cross join lateral jsonb_populate_record(a, jsonb_build_object('id', " + id(ASSIGNMENT, "n")
                + ", 'customer_id', " + id(CUSTOMER, "n") + ")) r");
        sql.run("insert into adoption_plan select r.* from " + from + " cross join " + numbers
                + " cross join lateral jsonb_populate_record(p, jsonb_build_object('id', " + id(PLAN, "n")
                + ", 'assignment_id', " + id(ASSIGNMENT, "n") + ", 'customer_id', " + id(CUSTOMER, "n") + ")) r");
        sql.run("insert into customer_task select r.* from " + from + " cross join " + numbers
                + " join customer_task t on t.org_id = p.org_id and t.plan_id = p.id"
                + " cross join lateral jsonb_populate_record(t, jsonb_build_object('id', " + id(TASK, number)
                + ", 'plan_id', " + id(PLAN, "n") + ", 'customer_id', " + id(CUSTOMER, "n")
                + ")) r order by n, t.sequence_number");
        var attribute = "((" + number + " - 1) * " + ATTRIBUTES + " + a.sort_order)";
        sql.run("insert into telemetry_attribute select r.* from " + from + " cross join " + numbers
                + " join customer_task t on t.org_id = p.org_id and t.plan_id = p.id"
                + " join telemetry_attribute a on a.org_id = t.org_id and a.task_id = t.id"
                + " cross join lateral jsonb_populate_record(a, jsonb_build_object('id', " + id(ATTRIBUTE, attribute)
                + ", 'task_id', " + id(TASK, number) + ", 'plan_id', " + id(PLAN, "n")
                + ", 'latest_value_id', case when a.latest_value_id is not null then "
                + id(VALUE, attribute + " * " + VALUES) + " end)) r order by n, t.sequence_number, a.sort_order");
        sql.run("set session_replication_role = origin");
    }

    private static String customers(String numbers, String template) {
        var name = "'Customer ' || " + DIGITS.formatted("n");
        return "insert into customer select r.* from customer c cross join " + numbers
                + " cross join lateral jsonb_populate_record(c, jsonb_build_object('id', " + id(CUSTOMER, "n")
                + ", 'name', " + name + ", 'name_key', lower(" + name + "), 'code', 'N' || n, 'code_key', 'n' || n"
                + ", 'external_id', 'crm-' || n)) r where " + template + " order by n";
    }

    private static String id(String prefix, String number) {
        return "'" + prefix + "' || " + DIGITS.formatted(number);
    }

    /** The values behind the latest ones, nine days apart, and those themselves. */
    private static void values(Sql sql, int customers) throws SQLException {
        sql.run("""
                insert into telemetry_value (org_id, id, attribute_id, value, source, observed_at, received_at, recorded_by)
                select a.org_id, ('%s' || (%d + a.n * %d - k)::text)::uuid, a.id,
                  a.latest_value, 'api', a.latest_observed_at - k * interval '9 days', a.latest_received_at - k * interval '9 days', 'partner'
                  from (select x.*, right(x.id::text, 12)::bigint - %d as n from telemetry_attribute x
                         where x.id between '%s' and '%s') a
                 cross join generate_series(0, %d) k
                 order by a.id, k desc""".formatted(
                        VALUE,
                        OFFSET,
                        VALUES,
                        OFFSET,
                        uuid(ATTRIBUTE, 1),
                        uuid(ATTRIBUTE, (long) customers * TASKS * ATTRIBUTES),
                        VALUES - 1));
    }

    /** The id of a number. */
    public static UUID uuid(String prefix, long number) {
        return UUID.fromString(prefix + (OFFSET + number));
    }

    /** Customers who have the moving product, beside the others. */
    public void addMoving(int count) throws SQLException {
        try (var sql = new Sql(server.connect())) {
            copy(sql, products.moving(), MOVING, count);
            sql.run("analyze adoption_plan, customer_task, telemetry_attribute, customer, product_assignment");
        }
    }

    /** Customers who have nothing yet. The first of them is numbered next. */
    public void addFresh(int count) throws SQLException {
        try (var sql = new Sql(server.connect())) {
            sql.run("set session_replication_role = replica");
            sql.run(customers(
                    "generate_series(%d, %d) n".formatted(FRESH + 1, FRESH + count),
                    "c.name = 'Template " + products.measured() + "'"));
        }
    }

    /** The next transaction of pgbench that needs a number of its own gets the one behind this. */
    public void restart(int first) throws SQLException {
        try (var sql = new Sql(server.connect())) {
            sql.run("select setval('benchmark_next', " + (OFFSET + first + 1) + ", false)");
        }
    }

    /** Takes away what operations brought in and left behind. */
    public void tidy() throws SQLException {
        var loaded = "(select loaded from " + STATE + ")";
        try (var sql = new Sql(server.connect())) {
            sql.run("set session_replication_role = replica");
            sql.run(
                    "create temporary table gone as select org_id, id, assignment_id from adoption_plan where product_id in ('"
                            + products.assigned() + "', '" + products.moving()
                            + "') and customer_id not in (select id from customer where name like 'Template %')");
            sql.run("analyze gone");
            sql.run("delete from telemetry_attribute a using gone g where a.org_id = g.org_id and a.plan_id = g.id");
            sql.run("delete from task_status_history h using customer_task t, gone g"
                    + " where h.org_id = t.org_id and h.task_id = t.id and t.org_id = g.org_id and t.plan_id = g.id");
            sql.run("delete from customer_task t using gone g where t.org_id = g.org_id and t.plan_id = g.id");
            sql.run("delete from adoption_plan p using gone g where p.org_id = g.org_id and p.id = g.id");
            sql.run(
                    "delete from product_assignment a using gone g where a.org_id = g.org_id and a.id = g.assignment_id");
            sql.run("truncate plan_sync, roll_out_plan, kept_answer");
            sql.run("delete from job");
            sql.run("delete from customer where id >= '" + uuid(CUSTOMER, customers + 1L)
                    + "' and name not like 'Template %'");
            sql.run("delete from telemetry_value where received_at > " + loaded);
            sql.run("delete from task_status_history where at > " + loaded);
            sql.run("truncate outbox");
            sql.run("delete from audit_entry where at > " + loaded);
            sql.run("vacuum (analyze)");
        }
    }

    /** The plan of the one customer of a product that came in through the API. */
    public String planToCopy(String product) throws SQLException {
        try (var sql = new Sql(server.connect())) {
            return sql.text(
                    "select p.id from adoption_plan p join customer c on c.org_id = p.org_id and c.id = p.customer_id"
                            + " where c.name = 'Template " + product + "'");
        }
    }

    /** Takes all tasks out of the hands of people. */
    public void handToTelemetry() throws SQLException {
        try (var sql = new Sql(server.connect())) {
            sql.run("update customer_task t set status_mode = s.status_mode from customer_task s where s.plan_id = '"
                    + planToCopy(products.measured())
                    + "' and s.sequence_number = t.sequence_number and s.original_task_id = t.original_task_id"
                    + " and t.status_mode <> s.status_mode");
        }
    }

    /** The status of each task of the customers, by its number from 0. */
    public List<String> statuses() throws SQLException {
        try (var sql = new Sql(server.connect())) {
            return sql.texts("select status from customer_task where id between '" + uuid(TASK, 1) + "' and '"
                    + uuid(TASK, (long) customers * TASKS) + "' order by id");
        }
    }

    /** Whether the first attribute of each plan is met, by the plan's number from 0. */
    public List<String> met() throws SQLException {
        try (var sql = new Sql(server.connect())) {
            return sql.texts("select a.is_met::text from generate_series(1, " + customers
                    + ") n join telemetry_attribute a on a.org_id = 'northwind' and a.id = ("
                    + id(ATTRIBUTE, "(n - 1) * " + TASKS * ATTRIBUTES + " + 1")
                    + ")::uuid order by n");
        }
    }

    /** How many plans do not say of their tasks what the tasks say: none, however many changed them at once. */
    public long contradictions() throws SQLException {
        try (var sql = new Sql(server.connect())) {
            return sql.number("""
                    select count(*) from adoption_plan p join lateral (
                      select count(*) filter (where status = 'NOT_STARTED') as s0, count(*) filter (where status = 'IN_PROGRESS') as s1,
                        count(*) filter (where status = 'DONE') as s2, count(*) filter (where status = 'COMPLETED') as s3,
                        coalesce(sum(weight) filter (where status in ('DONE', 'COMPLETED')), 0) as weight
                      from customer_task t where t.org_id = p.org_id and t.plan_id = p.id and t.archived_at is null) t on true
                    where (p.not_started, p.in_progress, p.done, p.completed, p.completed_weight) <> (t.s0, t.s1, t.s2, t.s3, t.weight)""");
        }
    }

    /** A number from the database. */
    public long number(String query) throws SQLException {
        try (var sql = new Sql(server.connect())) {
            return sql.number(query);
        }
    }

    /** A connection with short words. */
    record Sql(Connection connection) implements AutoCloseable {
        void run(String statement) throws SQLException {
            try (var jdbc = connection.createStatement()) {
                jdbc.execute(statement);
            }
        }

        long number(String query) throws SQLException {
            return Long.parseLong(text(query));
        }

        String text(String query) throws SQLException {
            return texts(query).get(0);
        }

        List<String> texts(String query) throws SQLException {
            try (var jdbc = connection.createStatement();
                    var rows = jdbc.executeQuery(query)) {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
