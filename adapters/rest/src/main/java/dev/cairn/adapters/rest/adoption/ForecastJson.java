package dev.cairn.adapters.rest.adoption;

import dev.cairn.domain.adoption.Forecast;
import dev.cairn.domain.adoption.published.Outlook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a plan is heading, as clients see it. */
@Schema(
        name = "Forecast",
        description =
                "When a plan will be complete if it goes on as it went lately, and all that this is made of. Dates are days of UTC.")
record ForecastJson(
        @Schema(required = true, description = "What it comes to.")
        Outlook outlook,

        @Schema(
                required = true,
                description =
                        "How many days back the pace looks: 30, or as old as the plan is, a begun day counting whole.",
                minimum = "1",
                maximum = "30",
                examples = "30")
        int windowDays,

        @Schema(
                required = true,
                description = "What the tasks weigh that were completed in these days and still are, two decimals.",
                minimum = "0",
                examples = "15")
        BigDecimal recentWeight,

        @Schema(
                required = true,
                description = "`recentWeight` over `windowDays`: weight a day, half-up to four decimals.",
                minimum = "0",
                examples = "0.5")
        BigDecimal velocity,

        @Schema(
                required = true,
                description = "What the tasks weigh that count and are not complete, two decimals.",
                minimum = "0",
                examples = "42.25")
        BigDecimal remainingWeight,

        @Schema(
                description =
                        "`remainingWeight` × `windowDays` ÷ `recentWeight`, rounded up to whole days, at most 36500; 0 when nothing remains, absent when something does and nothing moves.",
                minimum = "0",
                maximum = "" + Forecast.MAX_DAYS,
                examples = "85")
        Optional<Integer> daysLeft,

        @Schema(
                description = "Today and `daysLeft`; absent when nothing remains or nothing moves.",
                examples = "2027-02-14")
        Optional<LocalDate> projectedDate,

        @Schema(
                required = true,
                description = "When the plan is expected to be complete: so many days after it started.",
                examples = "2027-05-20")
        LocalDate expectedDate) {
    static ForecastJson of(Forecast forecast) {
        return new ForecastJson(
                forecast.outlook(),
                forecast.windowDays(),
                forecast.recentWeight(),
                forecast.velocity(),
                forecast.remainingWeight(),
                forecast.daysLeft(),
                forecast.projectedDate(),
                forecast.expectedDate());
    }
}
