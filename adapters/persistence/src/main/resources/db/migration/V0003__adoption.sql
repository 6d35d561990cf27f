-- What customers were sold, the plans that were born from it, and how far each task is. A snapshot refers to the
-- catalogue by id only: what it was copied from may be gone.

create table product_assignment (
  org_id               varchar(64)  not null,
  id                   uuid         not null,
  customer_id          uuid         not null,
  product_id           uuid         not null,
  name                 varchar(255) not null,
  license_level        varchar(20)  not null,
  selected_outcome_ids uuid[]       not null,
  selected_release_ids uuid[]       not null,
  purchased_at         timestamptz  not null,
  version              bigint       not null,
  removed_at           timestamptz,
  constraint pk_product_assignment primary key (org_id, id),
  constraint fk_product_assignment_customer foreign key (org_id, customer_id) references customer (org_id, id),
  constraint ck_product_assignment_license_level check (license_level in ('ESSENTIAL', 'ADVANTAGE', 'SIGNATURE'))
);
create unique index uq_product_assignment_name
  on product_assignment (org_id, customer_id, product_id, name) where removed_at is null;
create index ix_product_assignment_product on product_assignment (org_id, product_id) where removed_at is null;

-- The figures move with every change of a task: half of each page is left free, so that the row can move inside it.
create table adoption_plan (
  org_id                 varchar(64)   not null,
  id                     uuid          not null,
  assignment_id          uuid          not null,
  customer_id            uuid          not null,
  product_id             uuid          not null,
  product_name           varchar(255)  not null,
  license_level          varchar(20)   not null,
  selected_outcome_ids   uuid[]        not null,
  selected_release_ids   uuid[]        not null,
  not_started            int           not null,
  in_progress            int           not null,
  done                   int           not null,
  completed              int           not null,
  not_applicable         int           not null,
  no_longer_using        int           not null,
  total_weight           numeric(10,2) not null,
  completed_weight       numeric(10,2) not null,
  last_synced_at         timestamptz   not null,
  synced_product_version bigint        not null,
  entitlements_changed   boolean       not null,
  version                bigint        not null,
  archived_at            timestamptz,
  constraint pk_adoption_plan primary key (org_id, id),
  constraint uq_adoption_plan_assignment unique (org_id, assignment_id),
  constraint fk_adoption_plan_assignment foreign key (org_id, assignment_id) references product_assignment (org_id, id),
  constraint ck_adoption_plan_figures check (
    least(not_started, in_progress, done, completed, not_applicable, no_longer_using) >= 0
    and completed_weight between 0 and total_weight)
) with (fillfactor = 50);
create index ix_adoption_plan_customer on adoption_plan (org_id, customer_id, id);

create table customer_task (
  org_id               varchar(64)  not null,
  id                   uuid         not null,
  plan_id              uuid         not null,
  customer_id          uuid         not null,
  original_task_id     uuid         not null,
  name                 varchar(255) not null,
  description          text,
  est_minutes          int          not null,
  weight               numeric(5,2) not null,
  sequence_number      int          not null,
  priority             varchar(20),
  how_to_doc           jsonb        not null,
  how_to_video         jsonb        not null,
  notes                text,
  license_level        varchar(20)  not null,
  outcomes             jsonb        not null,
  releases             jsonb        not null,
  tags                 jsonb        not null,
  status               varchar(20)  not null,
  status_mode          varchar(20)  not null,
  status_updated_at    timestamptz,
  status_updated_by    varchar(255),
  status_update_source varchar(20),
  status_notes         text,
  completed_at         timestamptz,
  completed_by         varchar(255),
  archived_at          timestamptz,
  archive_reason       varchar(20),
  version              bigint       not null,
  constraint pk_customer_task primary key (org_id, id),
  constraint fk_customer_task_plan foreign key (org_id, plan_id) references adoption_plan (org_id, id),
  constraint ck_customer_task_weight check (weight between 0 and 100),
  constraint ck_customer_task_status check (
    status in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'COMPLETED', 'NOT_APPLICABLE', 'NO_LONGER_USING')),
  constraint ck_customer_task_completion check ((status in ('DONE', 'COMPLETED')) = (completed_at is not null))
) with (fillfactor = 70);
create index ix_customer_task_plan on customer_task (org_id, plan_id, sequence_number, id);

create table telemetry_attribute (
  org_id                varchar(64)  not null,
  id                    uuid         not null,
  task_id               uuid         not null,
  plan_id               uuid         not null,
  original_attribute_id uuid         not null,
  name                  varchar(255) not null,
  description           text,
  data_type             varchar(20)  not null,
  is_required           boolean      not null,
  is_active             boolean      not null,
  sort_order            int          not null,
  success_criteria      jsonb,
  constraint pk_telemetry_attribute primary key (org_id, id),
  constraint fk_telemetry_attribute_task foreign key (org_id, task_id) references customer_task (org_id, id)
) with (fillfactor = 70);
create index ix_telemetry_attribute_task on telemetry_attribute (org_id, task_id);
create index ix_telemetry_attribute_plan on telemetry_attribute (org_id, plan_id);

-- Never rewritten: the service may add and read.
create table task_status_history (
  org_id      varchar(64)  not null,
  id          uuid         not null,
  task_id     uuid         not null,
  from_status varchar(20)  not null,
  to_status   varchar(20)  not null,
  mode        varchar(20)  not null,
  at          timestamptz  not null,
  changed_by  varchar(255) not null,
  source      varchar(20)  not null,
  notes       text,
  batch_id    uuid,
  constraint pk_task_status_history primary key (org_id, id),
  constraint fk_task_status_history_task foreign key (org_id, task_id) references customer_task (org_id, id)
);
create index ix_task_status_history_task on task_status_history (org_id, task_id, at, id);

alter table product_assignment enable row level security;
alter table product_assignment force row level security;
create policy tenant on product_assignment using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on product_assignment to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on product_assignment to ${app_role};

alter table adoption_plan enable row level security;
alter table adoption_plan force row level security;
create policy tenant on adoption_plan using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on adoption_plan to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on adoption_plan to ${app_role};

alter table customer_task enable row level security;
alter table customer_task force row level security;
create policy tenant on customer_task using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on customer_task to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on customer_task to ${app_role};

alter table telemetry_attribute enable row level security;
alter table telemetry_attribute force row level security;
create policy tenant on telemetry_attribute using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on telemetry_attribute to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on telemetry_attribute to ${app_role};

alter table task_status_history enable row level security;
alter table task_status_history force row level security;
create policy tenant on task_status_history using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on task_status_history to ${owner_role} using (true) with check (true);
grant select, insert on task_status_history to ${app_role};

