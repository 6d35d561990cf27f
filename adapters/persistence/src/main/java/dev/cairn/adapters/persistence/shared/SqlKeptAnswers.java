package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.KeptAnswer;
import dev.cairn.application.shared.KeptAnswers;
import dev.cairn.application.shared.RetryKey;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers in a table of their own, written in the transaction of the work they tell of. Two requests with one key meet at
 * an advisory lock: it needs no row, so work that fails leaves nothing behind, and it ends with the transaction, however
 * that ends.
 */
@Singleton
class SqlKeptAnswers implements KeptAnswers {
    /**
     * Waits for the key shorter than for a row, then waits for rows as long as ever: the list is worked off from left to
     * right. The organisation is part of what is hashed; two keys that hash alike wait for each other and that is all.
     */
    private static final String LOCK = "select set_config('lock_timeout', $2, true),"
            + " pg_advisory_xact_lock(hashtextextended($1, 0)), set_config('lock_timeout', $3, true)";

    private static final String FIND = "select fingerprint, status, headers::text, body from kept_answer"
            + " where caller = $1 and key = $2 and kept_at >= $3";

    private static final String KEEP = """
            insert into kept_answer (org_id, caller, key, fingerprint, status, headers, body, kept_at)
            values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8)
            on conflict on constraint pk_kept_answer do update
               set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                   body = excluded.body, kept_at = excluded.kept_at""";

    private static final String ORGANISATIONS = "select o from organisations_with_answers_before($1) o";

    private static final String PURGE = """
            with old as (select caller, key from kept_answer where kept_at < $1 order by kept_at limit $2),
                 gone as (delete from kept_answer k using old where k.caller = old.caller and k.key = old.key and k.kept_at < $1 returning 1)
            select count(*) from gone""";

    private final Reads reads;
    private final String wait;
    private final String usualWait;

    SqlKeptAnswers(
            Reads reads,
            @ConfigProperty(name = "cairn.idempotency.wait") Duration wait,
            @ConfigProperty(name = "quarkus.datasource.reactive.additional-properties.lock_timeout") String usualWait) {
        this.reads = reads;
        this.wait = wait.toMillis() + "ms";
        this.usualWait = usualWait;
    }

    @Override
    public Uni<Optional<KeptAnswer>> find(Caller caller, RetryKey key, Instant notBefore) {
        var unit = Units.current();
        var actor = caller.actor();
        Uni<List<Line>> mine =
                unit.rows(LOCK, String.join("\n", actor.org().value(), actor.name(), key.key()), wait, usualWait);
        // Sees what was committed while the lock was waited for: every statement looks anew.
        Uni<List<Line>> found = unit.rows(FIND, actor.name(), key.key(), Columns.time(notBefore));
        return mine.onFailure(Failures::isTiredOfWaiting)
                .transform(tired -> new DomainException(
                        ErrorCode.IDEMPOTENCY_KEY_IN_USE,
                        "A request with this key is still at work; try again shortly."))
                .chain(() -> found)
                .map(rows -> rows.stream().findFirst().map(line -> read(line, key)));
    }

    private static KeptAnswer read(Line line, RetryKey key) {
        if (!line.text().equals(key.fingerprint())) {
            throw new DomainException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This key was sent with another request before: a key stands for one request.");
        }
        return new KeptAnswer(line.count(), headers(Json.object(line.text()).members()), line.maybeText());
    }

    private static Map<String, String> headers(Map<String, Object> stored) {
        var headers = new HashMap<String, String>();
        stored.forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return headers;
    }

    @Override
    public Uni<Void> keep(Caller caller, RetryKey key, KeptAnswer answer, Instant now) {
        Units.current()
                .later(
                        KEEP,
                        caller.actor().org().value(),
                        caller.actor().name(),
                        key.key(),
                        key.fingerprint(),
                        answer.status(),
                        Json.write(Map.copyOf(answer.headers())),
                        answer.body().orElse(null),
                        Columns.time(now));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<OrgId>> organisationsWithSome(Instant before) {
        return reads.outside(ORGANISATIONS, line -> new OrgId(line.text()), Columns.time(before));
    }

    @Override
    public Uni<Integer> purge(Instant before, int most) {
        return Units.current()
                .rows(PURGE, Columns.time(before), most)
                .map(rows -> rows.get(0).count());
    }
}
