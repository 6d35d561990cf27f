package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.rollout.port.RollOuts;
import dev.cairn.domain.adoption.RollOutFilter;
import dev.cairn.domain.adoption.RollOutOutcome;
import dev.cairn.domain.adoption.RollOutPlan;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
class SqlRollOuts implements RollOuts {
    private static final String SEEN = "select c.id from visible_customer c where c.id = any ($1)";

    private static final String SELECT = """
            insert into roll_out_plan (org_id, job_id, plan_id, state)
            select p.org_id, $1, p.id, 'WAITING'
              from product_assignment s
              join adoption_plan p on p.org_id = s.org_id and p.assignment_id = s.id
              join visible_customer c on c.org_id = s.org_id and c.id = s.customer_id
             where s.product_id = $2 and s.removed_at is null and p.archived_at is null
               and ($3::uuid[] is null or c.id = any ($3::uuid[])) and ($4::text is null or s.license_level = $4::text)
               and ($5::text is null or $5::text = any (c.tag_keys))""";

    private static final String WAITING = "select i.plan_id, i.tries from roll_out_plan i"
            + " where i.job_id = $1 and i.state = 'WAITING' order by i.plan_id limit $2";

    /** The row is the plan's place in the roll-out; whoever holds it does the plan, until it commits or is gone. */
    private static final String BEGIN =
            "select 1 from roll_out_plan i join job j on j.org_id = i.org_id and j.id = i.job_id"
                    + " where i.job_id = $1 and i.plan_id = $2 and i.state = 'WAITING' and j.status = 'RUNNING'"
                    + " for no key update of i skip locked";

    private static final String DONE =
            "update roll_out_plan set state = 'DONE', changed = $3, added = $4, restored = $5,"
                    + " archived = $6, updated = $7, ended_at = $8 where job_id = $1 and plan_id = $2";

    private static final String FAILED = "update roll_out_plan set state = 'FAILED', code = $3, ended_at = $4"
            + " where job_id = $1 and plan_id = $2 and state = 'WAITING'";

    private static final String TRIED =
            "update roll_out_plan set tries = tries + 1" + " where job_id = $1 and plan_id = $2 and state = 'WAITING'";

    @Override
    public Uni<Set<CustomerId>> seen(Set<CustomerId> customers) {
        return customers.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Units.sql()
                        .rows(SEEN, (Object) Columns.ids(customers, CustomerId::value))
                        .map(rows -> rows.stream()
                                .map(line -> new CustomerId(line.uuid()))
                                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> select(JobId job, ProductId product, RollOutFilter filter) {
        return later(
                SELECT,
                job.value(),
                product.value(),
                filter.customers()
                        .map(ids -> Columns.ids(ids, CustomerId::value))
                        .orElse(null),
                filter.level().map(Enum::name).orElse(null),
                filter.tag().map(tag -> tag.value()).orElse(null));
    }

    @Override
    public Uni<List<RollOutPlan>> waiting(JobId job, int most) {
        return Units.sql()
                .rows(WAITING, job.value(), most)
                .map(rows -> rows.stream()
                        .map(line -> new RollOutPlan(new PlanId(line.uuid()), line.count()))
                        .toList());
    }

    @Override
    public Uni<Boolean> begin(JobId job, PlanId plan) {
        return Units.sql().rows(BEGIN, job.value(), plan.value()).map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Void> done(JobId job, PlanId plan, RollOutOutcome outcome, Instant now) {
        var counts = outcome.counts();
        return later(
                DONE,
                job.value(),
                plan.value(),
                outcome.changed(),
                counts.added(),
                counts.restored(),
                counts.archived(),
                counts.updated(),
                Columns.time(now));
    }

    @Override
    public Uni<Void> failed(JobId job, PlanId plan, ErrorCode code, Instant now) {
        return later(FAILED, job.value(), plan.value(), code.name(), Columns.time(now));
    }

    @Override
    public Uni<Void> triedInVain(JobId job, PlanId plan) {
        return later(TRIED, job.value(), plan.value());
    }

    private static Uni<Void> later(String sql, @Nullable Object... arguments) {
        return Uni.createFrom().voidItem().invoke(() -> Units.sql().later(sql, arguments));
    }
}
