package dev.cairn.bootstrap.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The tour that newcomers take. */
public final class Tour {
    private Tour() {}

    /** Takes it, against a service and its issuer, and checks that it told what it tells. */
    public static void walk(String cairn, String issuer) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder("bash", Path.of("..", "docs", "tour.sh").toString()).redirectErrorStream(true);
        builder.environment().put("CAIRN", cairn);
        builder.environment().put("ISSUER", issuer);
        var tour = builder.start();
        var told = new String(tour.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tour.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(told)
                .contains("0.00 % of 90.00, 0 of 3 tasks, needs sync: false")
                .contains("reported 60: NOT_STARTED, plan at 0.00 %\n")
                .contains("because: values are fresh, and none meets its criteria; 60 is not ≥ 100")
                .contains("reported 150: DONE, plan at 44.44 %\n  because: all that must be met is met; 150 ≥ 100")
                .contains("stored 1, row 1 failed: INVALID_TELEMETRY_VALUE\nmoved DONE -> IN_PROGRESS by rule 6")
                .contains("DONE by a person, suggested: IN_PROGRESS\nIN_PROGRESS by telemetry: Rule 6: ")
                .contains("42.86 % of 70.00, 1 of 2 tasks")
                .contains("100.00 % of 70.00, 2 of 2 tasks, needs sync: false")
                .contains("IN_PROGRESS -> DONE\n  NOT_STARTED -> IN_PROGRESS")
                .contains("100.00 % of 70.00, 2 of 2 tasks, needs sync: true")
                .contains("  would add: Turn on data-loss prevention\n  would add: Train the help desk\n"
                        + "  would update: Stream logs to the data lake\n  progress would go from 100.00 % to 82.35 %")
                .contains("added 2, restored 0, archived 0, updated 1\n" + "plan ")
                .contains("82.35 % of 85.00, 2 of 4 tasks, needs sync: false")
                .contains(
                        "  would archive: Stream logs to the lake house\n  would archive: Turn on data-loss prevention\n"
                                + "  progress would go from 82.35 % to 93.33 %")
                .contains("93.33 % of 75.00, 2 of 3 tasks, needs sync: false")
                .contains("reached PERCENT_25 PERCENT_50 PERCENT_75 PERCENT_100 GO_LIVE ; heading: ON_TRACK")
                .contains("job SUCCEEDED: 1 of 1 plans, 1 changed\njob SUCCEEDED: 1 of 1 plans, 1 changed")
                .contains("solution: 40.00 % of 175.00\nsolution: 97.14 % of 175.00")
                .contains("progress of the customer: 97.14 %");
        assertThat(tour.exitValue()).isZero();
    }
}
