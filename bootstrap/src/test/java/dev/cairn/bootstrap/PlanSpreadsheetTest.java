package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Picture;
import dev.cairn.bootstrap.support.Statements;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan's telemetry goes out as a spreadsheet, is filled in by another program, and comes back. */
@QuarkusTest
class PlanSpreadsheetTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final int VALUE = 6;
    private static final int DATE = 7;
    private static final int NOTES = 8;
    private static final String HEADER = "Task Name,Attribute Name,Data Type,Current Value,Date,Notes\r\n";

    private final Organisation org = Organisation.fresh();

    private static String path(Adopted adopted) {
        return adopted.planPath() + "/telemetry/spreadsheet";
    }

    private RequestSpecification reader(String accept) {
        return org.as("viewer").accept(accept);
    }

    private byte[] export(Adopted adopted) {
        return reader(XLSX)
                .get(path(adopted))
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
    }

    private Response bring(Adopted adopted, String type, byte[] file, String query) {
        return sent(type, file).post(path(adopted) + query);
    }

    private RequestSpecification sent(String type, byte[] file) {
        return org.as("css").contentType(type).body(file);
    }

    private ValidatableResponse brought(Adopted adopted, byte[] workbook, String query) {
        return bring(adopted, XLSX, workbook, query).then().statusCode(200);
    }

    private ValidatableResponse rows(Adopted adopted, String... rows) {
        return bring(adopted, CSV, csv(rows), "").then().statusCode(200);
    }

    private static byte[] csv(String... rows) {
        return (HEADER + String.join("\r\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    /** The workbook after somebody worked on its first sheet and saved it. */
    private static byte[] edited(byte[] workbook, Consumer<XSSFSheet> work) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                var out = new ByteArrayOutputStream()) {
            work.accept(book.getSheet("Telemetry_Data"));
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> shown(byte[] workbook) {
        var rows = new ArrayList<List<String>>();
        edited(
                workbook,
                sheet -> sheet.forEach(row -> rows.add(IntStream.range(0, 9)
                        .mapToObj(i ->
                                row.getCell(i) == null ? "" : row.getCell(i).toString())
                        .toList())));
        return rows;
    }

    @Nested
    class Exported {
        @Test
        void another_program_opens_it_and_finds_every_attribute_with_its_criterion_and_latest_value() {
            var plan = Measured.ofTasks(org, 2, "10");
            plan.report(
                            0,
                            plan.users().get(0),
                            "{\"value\": 50, \"observedAt\": \"2026-11-01T08:00:00Z\", \"notes\": \"First wave\"}")
                    .then()
                    .statusCode(201);

            assertThat(shown(export(plan.adopted())))
                    .containsExactly(
                            List.of(
                                    "Task Name",
                                    "Attribute Name",
                                    "Data Type",
                                    "Required",
                                    "Operator",
                                    "Expected Value",
                                    "Current Value",
                                    "Date",
                                    "Notes"),
                            List.of(
                                    "Task 1",
                                    "Users",
                                    "NUMBER",
                                    "Yes",
                                    "greater than or equal",
                                    "100",
                                    "50.0",
                                    "2026-11-01T08:00:00Z",
                                    "First wave"),
                            List.of("Task 1", "Single sign-on", "BOOLEAN", "No", "is", "true", "", "", ""),
                            List.of("Task 2", "Users", "NUMBER", "Yes", "greater than or equal", "100", "", "", ""),
                            List.of("Task 2", "Single sign-on", "BOOLEAN", "No", "is", "true", "", "", ""));
        }

        @Test
        void it_is_a_workbook_unless_csv_is_asked_for() {
            var plan = Measured.ofTasks(org, 1, "10").adopted();
            for (var asked : List.of("*/*", XLSX, XLSX + ", " + CSV, CSV + ";q=0.5, */*")) {
                reader(asked).get(path(plan)).then().statusCode(200).contentType(XLSX);
            }
            for (var asked : List.of(CSV, "text/*", CSV + ", */*;q=0.5", XLSX + ";q=0.1, " + CSV)) {
                reader(asked).get(path(plan)).then().statusCode(200).contentType(containsString(CSV));
            }
            reader("*/*")
                    .get(path(plan) + "?format=csv")
                    .then()
                    .statusCode(200)
                    .contentType(containsString(CSV))
                    .header("Content-Disposition", "attachment; filename=\"telemetry-" + plan.plan() + ".csv\"")
                    .header("Vary", containsString("Accept"));
            reader(CSV)
                    .get(path(plan) + "?format=xlsx")
                    .then()
                    .statusCode(200)
                    .contentType(XLSX)
                    .header("Content-Disposition", "attachment; filename=\"telemetry-" + plan.plan() + ".xlsx\"");
            refused(reader("*/*").get(path(plan) + "?format=pdf"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/format"));
            refused(org.as("viewer").get(path(plan)), 406, "NOT_ACCEPTABLE");
        }

        @Test
        void its_tag_is_that_of_what_it_shows() {
            var plan = Measured.ofTasks(org, 1, "10");
            var first = reader(XLSX).get(path(plan.adopted()));
            var tag = first.header("ETag");
            var again = reader(XLSX).get(path(plan.adopted()));
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
            reader(XLSX)
                    .header("If-None-Match", tag)
                    .get(path(plan.adopted()))
                    .then()
                    .statusCode(304);
            assertThat(reader(CSV).get(path(plan.adopted())).header("ETag")).isNotEqualTo(tag);

            plan.users(0, 7).then().statusCode(201);
            reader(XLSX)
                    .header("If-None-Match", tag)
                    .get(path(plan.adopted()))
                    .then()
                    .statusCode(200);
        }

        @Test
        void a_plan_that_is_not_seen_is_not_there() {
            var theirs = Measured.ofTasks(Organisation.fresh(), 1, "10").adopted();
            refused(reader("*/*").get(path(theirs)), 404, "ADOPTION_PLAN_NOT_FOUND");
            refused(
                    reader("*/*").get("/api/v1/adoption-plans/" + World.NOWHERE + "/telemetry/spreadsheet"),
                    404,
                    "ADOPTION_PLAN_NOT_FOUND");
        }

        @Test
        void forty_tasks_take_as_many_statements_as_one() {
            var statements = new Statements();
            var small = Measured.ofTasks(org, 1, "1").adopted();
            var large = Measured.ofTasks(org, 40, "1").adopted();
            assertThat(statements.during(() -> export(small))).hasSize(4);
            assertThat(statements.during(() -> export(large))).hasSize(4);
        }
    }

    @Nested
    class Unedited {
        private static final String OF_EVERY_TYPE = """
                {"name": "Every type %d", "tasks": [{"key": "t", "name": "=Tâche 日本 '🗿'", "weight": 10, "telemetry": [
                  {"key": "b", "name": "+Flag", "dataType": "BOOLEAN", "successCriteria": {"type": "boolean_flag", "expectedValue": true}},
                  {"key": "n", "name": "Number, \\"quoted\\"", "dataType": "NUMBER", "successCriteria": {"type": "number_threshold", "operator": "equals", "threshold": -1}},
                  {"key": "big", "name": "Big", "dataType": "NUMBER", "successCriteria": {"type": "exists"}},
                  {"key": "p", "name": "Share", "dataType": "PERCENTAGE", "successCriteria": {"type": "number_between", "min": 1, "max": 50, "inclusive": false}},
                  {"key": "s", "name": "@Text", "dataType": "STRING", "successCriteria": {"type": "string_not_null"}},
                  {"key": "s2", "name": "'Text", "dataType": "STRING", "successCriteria": {"type": "string_match", "mode": "starts_with", "pattern": "="}},
                  {"key": "s3", "name": "Number-like", "dataType": "STRING", "successCriteria": {"type": "exists"}},
                  {"key": "d", "name": "Day", "dataType": "DATE", "successCriteria": {"type": "timestamp_comparison", "mode": "within_days", "withinDays": 3}},
                  {"key": "t", "name": "Time", "dataType": "TIMESTAMP", "successCriteria": {"type": "timestamp_not_null"}},
                  {"key": "j", "name": "Json", "dataType": "JSON", "successCriteria": {"type": "composite_and", "criteria": [
                     {"type": "exists", "path": "/a"}, {"type": "not", "criterion": {"type": "in", "path": "/b", "values": [1, "x"]}}]}},
                  {"key": "j2", "name": "Json text", "dataType": "JSON", "successCriteria": {"type": "exists"}},
                  {"key": "i", "name": "Inactive", "dataType": "STRING", "isActive": false}]}]}""";

        private static final Map<String, String> VALUES = Map.ofEntries(
                Map.entry("+Flag", "false"),
                Map.entry("Number, \"quoted\"", "-1.10"),
                Map.entry("Big", "12345678901234567890.123456789"),
                Map.entry("Share", "\"33.3%\""),
                Map.entry("@Text", "\"=1+1\\r\\n'Ünïcode' 日本 🗿\\t\\\"x\\\", ;\""),
                Map.entry("'Text", "\"'=SUM(A1)\""),
                Map.entry("Number-like", "\"007\""),
                Map.entry("Day", "\"2026-11-01\""),
                Map.entry("Time", "\"2026-11-01T09:08:07.123456+02:00\""),
                Map.entry("Json", "{\"a\": [1, 1.50, null, {\"=x\": \"-y\"}], \"b\": false}"),
                Map.entry("Json text", "\"{\\\"a\\\": 1}\""),
                Map.entry("Inactive", "\"@me\""));

        private Adopted full() {
            var adopted = Adopted.by(
                    org,
                    org.customer("{\"name\": \"Customer " + System.nanoTime() + "\"}"),
                    Catalogue.product(org, OF_EVERY_TYPE.formatted(System.nanoTime())));
            var attributes =
                    org.as("admin").get(adopted.taskPath(0) + "/telemetry").jsonPath();
            VALUES.forEach((name, value) -> {
                var id = attributes.getString("attributes.find { it.name == '''" + name + "''' }.id");
                org.as("css", "{\"value\": " + value + ", \"notes\": \"-note of\\n" + name.length() + "\"}")
                        .post(adopted.taskPath(0) + "/telemetry/" + id + "/values")
                        .then()
                        .statusCode(201);
            });
            return adopted;
        }

        private void changesNothing(Adopted adopted, String type, byte[] file, String query) throws SQLException {
            var history = org.as("admin").get(adopted.taskPath(0) + "/history").asString();
            var plan = adopted.readPlan().getInt("version");
            var tag = reader(type).get(path(adopted)).header("ETag");
            bring(adopted, type, file, query)
                    .then()
                    .statusCode(200)
                    .body("failed", empty())
                    .body("rows", is(VALUES.size()))
                    .body("stored", is(0))
                    .body("duplicates", is(VALUES.size()))
                    .body("changes", empty());
            assertThat(org.as("admin").get(adopted.taskPath(0) + "/history").asString())
                    .isEqualTo(history);
            assertThat(adopted.readPlan().getInt("version")).isEqualTo(plan);
            assertThat(reader(type).get(path(adopted)).header("ETag")).isEqualTo(tag);
        }

        @Test
        void it_changes_nothing_whatever_the_values_are() throws SQLException {
            var adopted = full();
            var workbook = export(adopted);
            changesNothing(adopted, XLSX, workbook, "");
            changesNothing(adopted, XLSX, edited(workbook, sheet -> {}), "");
            changesNothing(adopted, XLSX, workbook, "?fullFile=true");
            changesNothing(adopted, XLSX, workbook, "?evaluate=false");
        }

        @Test
        void nor_does_it_as_csv() throws SQLException {
            var adopted = full();
            changesNothing(adopted, CSV, reader(CSV).get(path(adopted)).asByteArray(), "");
        }

        @Test
        void it_says_of_every_criterion_what_it_asks() {
            assertThat(shown(export(full())).stream()
                            .skip(1)
                            .map(row -> row.get(1) + ": " + row.get(4) + " " + row.get(5)))
                    .contains(
                            "'+Flag: is true",
                            "Number, \"quoted\": equals '-1",
                            "Big: exists ",
                            "Share: between 1 and 50, both excluded",
                            "'@Text: not blank ",
                            "'Text: starts with '=",
                            "Day: within 3 days of now",
                            "Time: a time ",
                            "Json: all of /a exists; (not /b one of 1, \"x\")",
                            "Inactive:  ");
        }
    }

    @Nested
    class FilledIn {
        @Test
        void it_moves_the_task_as_an_import_and_the_history_says_so() {
            var plan = Measured.ofTasks(org, 2, "10");
            var file = edited(export(plan.adopted()), sheet -> {
                sheet.getRow(1).getCell(VALUE).setCellValue("1,150");
                sheet.getRow(1).getCell(DATE).setCellValue("2026-11-20");
                sheet.getRow(1).getCell(NOTES).setCellValue("Counted by hand");
                sheet.getRow(3).getCell(VALUE).setCellValue(7);
            });
            var batch = UUID.randomUUID().toString();

            brought(plan.adopted(), file, "?batchId=" + batch)
                    .body("batchId", is(batch))
                    .body("rows", is(4))
                    .body("stored", is(2))
                    .body("duplicates", is(0))
                    .body("skipped", is(2))
                    .body("failed", empty())
                    .body("changes", hasSize(1))
                    .body("changes[0].taskId", is(plan.adopted().tasks().get(0)))
                    .body("changes[0].to", is("DONE"))
                    .body("changes[0].rule", is(3))
                    .body("plans.id", contains(plan.adopted().plan()))
                    .body("plans[0].progress.completedTasks", is(1));

            assertThat(plan.task(0).getString("status")).isEqualTo("DONE");
            assertThat(plan.task(0).getString("statusUpdateSource")).isEqualTo("IMPORT");
            org.as("admin")
                    .get(plan.adopted().taskPath(0) + "/history")
                    .then()
                    .body("items.source", contains("IMPORT"))
                    .body("items.by", contains("telemetry"))
                    .body("items.batchId", contains(batch));
            org.as("admin")
                    .get(plan.adopted().taskPath(0) + "/telemetry/"
                            + plan.users().get(0) + "/values")
                    .then()
                    .body("items.value", contains(1150))
                    .body("items.source", contains("excel"))
                    .body("items.notes", contains("Counted by hand"))
                    .body("items.observedAt", contains("2026-11-20T00:00:00Z"))
                    .body("items.batchId", contains(batch));
        }

        @Test
        void as_csv_it_is_the_same_from_another_source() {
            var plan = Measured.ofTasks(org, 1, "10");
            rows(plan.adopted(), "Task 1,Users,NUMBER,\"1,150\",2026-11-20,", "Task 1,Single sign-on,BOOLEAN,yes,,")
                    .body("stored", is(2))
                    .body("changes.to", contains("DONE"));
            assertThat(plan.telemetry(0).getString("attributes[0].latestValue.value"))
                    .isEqualTo("1150");
            org.as("admin")
                    .get(plan.adopted().taskPath(0) + "/telemetry/"
                            + plan.users().get(0) + "/values")
                    .then()
                    .body("items.source", contains("csv"));
        }

        @Test
        void it_can_be_left_to_be_judged_later() {
            var plan = Measured.ofTasks(org, 1, "10");
            bring(plan.adopted(), CSV, csv("Task 1,Users,NUMBER,150,,"), "?evaluate=false")
                    .then()
                    .statusCode(200)
                    .body("stored", is(1))
                    .body("changes", empty());
            assertThat(plan.task(0).getString("status")).isEqualTo("NOT_STARTED");
        }

        @Test
        void a_dry_run_changes_nothing_and_counts_what_the_real_run_then_does() throws SQLException {
            var plan = Measured.ofTasks(org, 2, "10");
            var file = csv("Task 1,Users,NUMBER,150,2026-11-20,", "Task 2,Users,NUMBER,many,,", "Task 2,,NUMBER,1,,");
            try (var picture = new Picture(org)) {
                var before = picture.now();
                var dry = bring(plan.adopted(), CSV, file, "?dryRun=true")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertThat(picture.now()).isEqualTo(before);
                var real = bring(plan.adopted(), CSV, file, "")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                for (var figure : List.of("rows", "stored", "duplicates", "skipped", "failed", "changes", "plans")) {
                    assertThat(real.<Object>get(figure)).as(figure).isEqualTo(dry.get(figure));
                }
                assertThat(real.getInt("stored")).isEqualTo(1);
            }
        }

        @Test
        void a_full_file_counts_for_freshness() {
            var plan = Measured.ofTasks(org, 2, "10");
            rows(plan.adopted(), "Task 1,Users,NUMBER,150,2026-11-20,", "Task 2,Users,NUMBER,150,2026-11-20,");
            var only = csv("Task 1,Users,NUMBER,150,2026-11-20,");
            bring(plan.adopted(), CSV, only, "?fullFile=true")
                    .then()
                    .statusCode(200)
                    .body("changes", empty());
            bring(plan.adopted(), CSV, only, "?fullFile=true")
                    .then()
                    .statusCode(200)
                    .body("changes.taskId", contains(plan.adopted().tasks().get(1)))
                    .body("changes.to", contains("NO_LONGER_USING"));
            assertThat(plan.task(1).getString("statusUpdateSource")).isEqualTo("IMPORT");
        }

        @Test
        void rows_that_cannot_be_taken_are_told_as_the_program_numbers_them_and_the_others_go_in() {
            var plan = Measured.ofTasks(org, 2, "10");
            var file = edited(export(plan.adopted()), sheet -> {
                sheet.getRow(1).getCell(VALUE).setCellValue("many");
                sheet.getRow(2).getCell(VALUE).setCellFormula("1=1");
                sheet.getRow(3).getCell(VALUE).setCellValue(150);
                sheet.getRow(4).getCell(VALUE).setCellValue(true);
                sheet.getRow(4).getCell(DATE).setCellValue("yesterday");
                for (var names : List.of("Task 9", "Task 1")) {
                    var row = sheet.createRow(sheet.getLastRowNum() + 2);
                    row.createCell(0).setCellValue(names);
                    row.createCell(1).setCellValue("Nothing");
                    row.createCell(2).setCellValue("NUMBER");
                    row.createCell(VALUE).setCellValue(1);
                }
            });
            brought(plan.adopted(), file, "")
                    .body("stored", is(1))
                    .body("failed.row", contains(2, 3, 5, 7, 9))
                    .body(
                            "failed.code",
                            contains(
                                    "INVALID_TELEMETRY_VALUE",
                                    "TYPE",
                                    "FORMAT",
                                    "TASK_NOT_FOUND",
                                    "TELEMETRY_ATTRIBUTE_NOT_FOUND"))
                    .body("changes.taskId", contains(plan.adopted().tasks().get(1)));
        }

        @Test
        void a_name_that_two_tasks_have_fails_its_rows() {
            var task =
                    "{\"key\": \"%s\", \"name\": \"Same\", \"telemetry\": [{\"key\": \"x\", \"name\": \"X\", \"dataType\": \"JSON\", \"successCriteria\": {\"type\": \"exists\"}}]}";
            var adopted = Adopted.by(
                    org,
                    org.customer("{\"name\": \"Ambiguous\"}"),
                    Catalogue.product(
                            org,
                            "{\"name\": \"Ambiguous\", \"tasks\": [" + task.formatted("a") + ", " + task.formatted("b")
                                    + "]}"));
            rows(adopted, "Same,X,JSON,1,,")
                    .body("stored", is(0))
                    .body("failed.row", contains(2))
                    .body("failed.code", contains("AMBIGUOUS_NAME"))
                    .body("plans", empty());
        }

        @Test
        void a_file_without_a_value_is_nothing_to_do_for_whoever_may() {
            var plan = Measured.ofTasks(org, 2, "10").adopted();
            for (var query : List.of("", "?fullFile=true", "?dryRun=true")) {
                brought(plan, export(plan), query)
                        .body("rows", is(4))
                        .body("skipped", is(4))
                        .body("stored", is(0))
                        .body("duplicates", is(0))
                        .body("failed", empty())
                        .body("changes", empty())
                        .body("plans", empty());
            }
            refused(
                    sent(CSV, csv()).post("/api/v1/adoption-plans/" + World.NOWHERE + "/telemetry/spreadsheet"),
                    404,
                    "ADOPTION_PLAN_NOT_FOUND");
            refused(sent(CSV, csv()).header("If-Match", "\"999\"").post(path(plan)), 412, "VERSION_CONFLICT");
        }

        @Test
        void the_same_file_under_one_key_is_taken_once_and_another_is_none_of_its_business() {
            var plan = Measured.ofTasks(org, 1, "10").adopted();
            var file =
                    edited(export(plan), sheet -> sheet.getRow(1).getCell(VALUE).setCellValue(150));
            var key = UUID.randomUUID().toString();
            var first = sent(XLSX, file).header("Idempotency-Key", key).post(path(plan));
            first.then().statusCode(200).body("stored", is(1));
            var second = sent(XLSX, file).header("Idempotency-Key", key).post(path(plan));
            second.then().statusCode(200).header("Idempotency-Replayed", "true");
            assertThat(second.asString()).isEqualTo(first.asString());
            refused(
                    sent(
                                    XLSX,
                                    edited(
                                            file,
                                            sheet -> sheet.getRow(1)
                                                    .getCell(VALUE)
                                                    .setCellValue(151)))
                            .header("Idempotency-Key", key)
                            .post(path(plan)),
                    409,
                    "IDEMPOTENCY_KEY_REUSED");
        }

        @Test
        void statements_do_not_grow_with_the_file() {
            var statements = new Statements();
            var small = Measured.ofTasks(org, 1, "1").adopted();
            var large = Measured.ofTasks(org, 40, "1").adopted();
            var rows = IntStream.rangeClosed(1, 40)
                    .mapToObj(i -> "Task " + i + ",Users,NUMBER,150,2026-11-20,")
                    .toArray(String[]::new);
            var few = statements.during(() -> rows(small, rows[0]).body("stored", is(1)));
            var many = statements.during(() -> rows(large, rows).body("stored", is(40)));
            assertThat(many).hasSameSizeAs(few).hasSize(8);
        }
    }

    @Nested
    class Refused {
        private Adopted plan;

        @BeforeEach
        void a_plan() {
            plan = Measured.ofTasks(org, 1, "10").adopted();
        }

        private byte[] macros() throws Exception {
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(export(plan)));
                    var out = new ByteArrayOutputStream()) {
                book.setWorkbookType(XSSFWorkbookType.XLSM);
                book.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
                book.write(out);
                return out.toByteArray();
            }
        }

        @Test
        void a_workbook_with_macros_whatever_it_calls_itself() throws Exception {
            var file = macros();
            refused(bring(plan, XLSX, file, ""), 415, "UNSUPPORTED_MEDIA_TYPE");
            refused(
                    bring(plan, "application/vnd.ms-excel.sheet.macroEnabled.12", file, ""),
                    415,
                    "UNSUPPORTED_MEDIA_TYPE");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "text/plain",
                    "application/octet-stream",
                    "application/vnd.ms-excel",
                    "multipart/form-data; boundary=x",
                    "garbage"
                })
        void a_file_of_another_type(String type) {
            refused(bring(plan, type, csv("Task 1,Users,NUMBER,1,,"), ""), 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void a_file_of_more_than_ten_mebibytes() {
            refused(bring(plan, CSV, new byte[11 << 20], ""), 413, "PAYLOAD_TOO_LARGE");
            refused(bring(plan, XLSX, new byte[(10 << 20) + 1], ""), 413, "PAYLOAD_TOO_LARGE");
        }

        @Test
        void a_file_that_is_none() {
            refused(bring(plan, XLSX, csv("Task 1,Users,NUMBER,1,,"), ""), 415, "UNSUPPORTED_MEDIA_TYPE");
            refused(bring(plan, CSV, csv("\"Task 1\" x,Users"), ""), 400, "MALFORMED_REQUEST");
            refused(bring(plan, CSV, new byte[] {(byte) 0xFF}, ""), 400, "MALFORMED_REQUEST");
            refused(
                            bring(plan, CSV, "Task Name,Date\r\n".getBytes(StandardCharsets.UTF_8), ""),
                            400,
                            "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/Attribute Name", "/Data Type", "/Current Value"));
        }

        @Test
        void parameters_that_are_none() {
            refused(bring(plan, CSV, csv(), "?dryRun=maybe&batchId=7&shoeSize=7&fullFile=1"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/batchId", "/fullFile", "/dryRun", "/shoeSize"));
        }

        @Test
        void whoever_may_not_write_before_the_file_is_looked_at() {
            refused(org.as("viewer").contentType(XLSX).body(new byte[] {1}).post(path(plan)), 403, "FORBIDDEN");
        }
    }
}
