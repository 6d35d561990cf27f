package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.adoption.published.Outlook;
import dev.cairn.domain.adoption.published.Progress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTest {
    private static final ForecastPolicy HALF_A_YEAR = new ForecastPolicy(Duration.ofDays(180));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static Progress figures(String total, String completed) {
        return new Progress(Map.of(), new BigDecimal(total), new BigDecimal(completed));
    }

    private static Forecast of(String total, String completed, String recent, Duration age) {
        return Forecast.of(figures(total, completed), new BigDecimal(recent), MONDAY.minus(age), HALF_A_YEAR, MONDAY);
    }

    @ParameterizedTest(name = "{1} of {0} done, {2} lately, {3} days old: {4}, {5} days left, on {6}")
    @CsvSource({
        // steady, and the last day that is in time, and the first that is not
        "100, 40, 30,  60, ON_TRACK, 60,    2027-01-22",
        "100, 25, 15,  30, ON_TRACK, 150,   2027-04-22",
        "100, 24, 15,  30, BEHIND,   152,   2027-04-24",
        "100, 99, 1,  400, BEHIND,   30,    2026-12-23",
        // what is left of a day is a day
        "100, 99, 7,   60, ON_TRACK, 5,     2026-11-28",
        // nothing lately: too new to tell, until the window is over
        "100, 0,  0,    0, ON_TRACK, ,      ",
        "100, 0,  0,   29, ON_TRACK, ,      ",
        "100, 0,  0,   30, STUCK,    ,      ",
        "100, 99, 0,  400, STUCK,    ,      ",
        // nothing remains, or nothing weighs anything
        "100, 100, 5,  60, ON_TRACK, 0,     ",
        "100, 100, 0, 400, ON_TRACK, 0,     ",
        "0,   0,   0, 400, ON_TRACK, 0,     ",
        // further ahead nothing is foreseen
        "1000000, 0.01, 0.01, 60, BEHIND, 36500, 2126-10-30"
    })
    void the_rule(
            String total, String completed, String recent, int days, Outlook outlook, Integer left, LocalDate on) {
        var forecast = of(total, completed, recent, Duration.ofDays(days));

        assertThat(forecast.outlook()).isEqualTo(outlook);
        assertThat(forecast.daysLeft().orElse(null)).isEqualTo(left);
        assertThat(forecast.projectedDate().orElse(null)).isEqualTo(on);
        assertThat(forecast.expectedDate()).isEqualTo(TODAY.minusDays(days).plusDays(180));
    }

    @ParameterizedTest(name = "{0} old looks {1} days back")
    @CsvSource({
        "PT0S, 1",
        "PT1S, 1",
        "PT24H, 1",
        "PT24H1S, 2",
        "P9DT12H, 10",
        "P30D, 30",
        "P30DT1S, 30",
        "P900D, 30",
        "PT-5M, 1"
    })
    void a_young_plan_is_measured_by_the_days_it_had(Duration age, int days) {
        var forecast = of("100", "3", "3", age);

        assertThat(forecast.windowDays()).isEqualTo(days);
        assertThat(forecast.velocity())
                .isEqualTo(new BigDecimal(3).divide(BigDecimal.valueOf(days), 4, RoundingMode.HALF_UP));
        assertThat(forecast.remainingWeight()).isEqualByComparingTo("97");
        assertThat(forecast.recentWeight()).isEqualByComparingTo("3");
    }

    @Test
    void days_are_those_of_utc() {
        var late = Instant.parse("2026-11-23T23:59:59Z");
        var forecast =
                Forecast.of(figures("2", "1"), BigDecimal.ONE, late.minus(Duration.ofDays(30)), HALF_A_YEAR, late);

        assertThat(forecast.projectedDate()).contains(LocalDate.parse("2026-12-23"));
        assertThat(forecast.expectedDate()).isEqualTo(LocalDate.parse("2027-04-22"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT23H59M59S", "P-1D", "PT0S", "P3650DT1S"})
    void what_is_expected_is_a_day_at_least_and_ten_years_at_most(Duration expected) {
        assertThatThrownBy(() -> new ForecastPolicy(expected)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ForecastPolicy(Duration.ofDays(1)).expected()).isEqualTo(Duration.ofDays(1));
        assertThat(new ForecastPolicy(Duration.ofDays(3_650)).expected()).isEqualTo(Duration.ofDays(3_650));
    }

    @Property
    void anybody_can_make_it_again_of_what_it_tells(
            @ForAll("weights") BigDecimal completed,
            @ForAll("weights") BigDecimal remaining,
            @ForAll("weights") BigDecimal some,
            @ForAll @LongRange(min = 0, max = 100_000_000) long age) {
        var recent = some.min(completed);
        var forecast = Forecast.of(
                new Progress(Map.of(), completed.add(remaining), completed),
                recent,
                MONDAY.minusSeconds(age),
                HALF_A_YEAR,
                MONDAY);

        assertThat(forecast.remainingWeight()).isEqualByComparingTo(remaining);
        assertThat(forecast.windowDays()).isBetween(1, 30);
        var moves = forecast.remainingWeight().signum() == 0
                || forecast.recentWeight().signum() > 0;
        assertThat(forecast.daysLeft().isPresent()).isEqualTo(moves);
        forecast.daysLeft().filter(days -> days > 0 && days < Forecast.MAX_DAYS).ifPresent(days -> {
            var span = BigDecimal.valueOf(forecast.windowDays());
            var needed = forecast.remainingWeight().multiply(span);
            assertThat(forecast.recentWeight().multiply(BigDecimal.valueOf(days)))
                    .isGreaterThanOrEqualTo(needed);
            assertThat(forecast.recentWeight().multiply(BigDecimal.valueOf(days - 1L)))
                    .isLessThan(needed);
        });
        assertThat(forecast.projectedDate())
                .isEqualTo(forecast.daysLeft().filter(days -> days > 0).map(TODAY::plusDays));
        var late = forecast.projectedDate()
                .filter(forecast.expectedDate()::isBefore)
                .isPresent();
        assertThat(forecast.outlook() == Outlook.BEHIND).isEqualTo(late);
        assertThat(forecast.outlook() == Outlook.STUCK).isEqualTo(!moves && age >= Forecast.WINDOW.toSeconds());
    }

    @Provide
    Arbitrary<BigDecimal> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(2);
    }
}
