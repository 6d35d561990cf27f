package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Ids;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.shared.DomainEvent;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Writes what happened: a row of the audit for everything, a row of the outbox for what the world is told. */
@Singleton
class EventLog {
    private static final String AUDIT = """
            insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, customer_id, before, after, request_id, address)
            select $1, e.id, e.at, e.actor, e.action, e.kind, e.entity, e.customer, e.before::jsonb, e.after::jsonb, $2, $3
              from unnest($4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::uuid[], $11::text[], $12::text[])
                   as e(id, at, actor, action, kind, entity, customer, before, after)""";

    private static final String OUTBOX = """
            insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
            select $1, e.id, e.type, 1, e.at, e.subject, e.actor, e.data::jsonb
              from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[])
                   with ordinality as e(id, type, at, subject, actor, data, n)
             order by e.n""";

    private final Ids ids;

    EventLog(Ids ids) {
        this.ids = ids;
    }

    /** One statement for the audit and one for the outbox, however many events there are. */
    List<Statement> statements(Work work, List<DomainEvent> events) {
        var statements = new ArrayList<Statement>(2);
        if (!events.isEmpty()) {
            statements.add(audit(work, events));
        }
        var published = events.stream().filter(DomainEvent::isPublished).toList();
        if (!published.isEmpty()) {
            statements.add(outbox(work, published));
        }
        return statements;
    }

    private Statement audit(Work work, List<DomainEvent> events) {
        return new Statement(AUDIT, new Object[] {
            work.sight().org().value(),
            work.origin().requestId(),
            work.origin().address(),
            newIds(events),
            times(events),
            texts(events, event -> event.occurrence().by().name()),
            texts(events, DomainEvent::type),
            texts(events, event -> event.occurrence().subject().kind().name()),
            events.stream().map(event -> event.occurrence().subject().id()).toArray(UUID[]::new),
            events.stream().map(EventLog::customer).toArray(UUID[]::new),
            texts(events, event -> Json.write(event.changes().before())),
            texts(events, event -> Json.write(event.changes().after()))
        });
    }

    private Statement outbox(Work work, List<DomainEvent> events) {
        return new Statement(OUTBOX, new Object[] {
            work.sight().org().value(),
            newIds(events),
            texts(events, DomainEvent::type),
            times(events),
            texts(events, event -> event.occurrence().subject().path()),
            texts(events, event -> event.occurrence().by().name()),
            texts(events, event -> Json.write(event.data()))
        });
    }

    @SuppressWarnings("NullAway") // an array of ids may have holes: not everything belongs to a customer
    private static UUID customer(DomainEvent event) {
        return event.occurrence().subject().customer().map(id -> id.value()).orElse(null);
    }

    private UUID[] newIds(List<DomainEvent> events) {
        return events.stream().map(event -> ids.next()).toArray(UUID[]::new);
    }

    private static OffsetDateTime[] times(List<DomainEvent> events) {
        return events.stream()
                .map(event -> event.occurrence().at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static String[] texts(List<DomainEvent> events, Function<DomainEvent, String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }
}
