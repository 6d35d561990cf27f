-- The catalogue: products and their parts. The aggregate decides under the lock of the product's row; uniqueness inside a
-- product is the last wall, checked when the transaction ends, because parts change places and names among themselves.

create table product (
  org_id       varchar(64)   not null,
  id           uuid          not null,
  external_id  varchar(255),
  name         varchar(255)  not null,
  name_key     text  not null collate "C",
  description  text,
  version      bigint        not null,
  task_count   int           not null,
  total_weight numeric(10,2) not null,
  created_at   timestamptz   not null,
  updated_at   timestamptz   not null,
  archived_at  timestamptz,
  constraint pk_product primary key (org_id, id),
  constraint uq_product_name unique (org_id, name_key),
  constraint uq_product_external_id unique (org_id, external_id),
  constraint ck_product_total_weight check (total_weight between 0 and 100)
);
create index ix_product_name on product (org_id, name_key, id);

create table product_outcome (
  org_id     varchar(64)  not null,
  id         uuid         not null,
  product_id uuid         not null,
  position   int          not null,
  key        varchar(200) not null,
  name       varchar(255) not null,
  name_key   text not null collate "C",
  constraint pk_product_outcome primary key (org_id, id),
  constraint fk_product_outcome_product foreign key (org_id, product_id) references product (org_id, id) on delete cascade,
  constraint uq_product_outcome_key unique (org_id, product_id, key) deferrable initially deferred,
  constraint uq_product_outcome_name unique (org_id, product_id, name_key) deferrable initially deferred
);

create table product_release (
  org_id     varchar(64)   not null,
  id         uuid          not null,
  product_id uuid          not null,
  position   int           not null,
  key        varchar(200)  not null,
  name       varchar(255)  not null,
  name_key   text  not null collate "C",
  level      numeric(10,4) not null,
  constraint pk_product_release primary key (org_id, id),
  constraint fk_product_release_product foreign key (org_id, product_id) references product (org_id, id) on delete cascade,
  constraint uq_product_release_key unique (org_id, product_id, key) deferrable initially deferred,
  constraint uq_product_release_name unique (org_id, product_id, name_key) deferrable initially deferred
);

create table product_tag (
  org_id     varchar(64)  not null,
  id         uuid         not null,
  product_id uuid         not null,
  position   int          not null,
  key        varchar(200) not null,
  name       varchar(255) not null,
  name_key   text not null collate "C",
  color      varchar(7),
  sort_order int          not null,
  constraint pk_product_tag primary key (org_id, id),
  constraint fk_product_tag_product foreign key (org_id, product_id) references product (org_id, id) on delete cascade,
  constraint uq_product_tag_key unique (org_id, product_id, key) deferrable initially deferred,
  constraint uq_product_tag_name unique (org_id, product_id, name_key) deferrable initially deferred
);

create table product_task (
  org_id        varchar(64)  not null,
  id            uuid         not null,
  product_id    uuid         not null,
  position      int          not null,
  key           varchar(200) not null,
  name          varchar(255) not null,
  name_key      text not null collate "C",
  description   text,
  est_minutes   int          not null,
  weight        numeric(5,2) not null,
  priority      varchar(20),
  how_to_doc    jsonb        not null,
  how_to_video  jsonb        not null,
  notes         text,
  license_level varchar(20)  not null,
  outcome_ids   uuid[]       not null,
  release_ids   uuid[]       not null,
  tag_ids       uuid[]       not null,
  constraint pk_product_task primary key (org_id, id),
  constraint fk_product_task_product foreign key (org_id, product_id) references product (org_id, id) on delete cascade,
  constraint uq_product_task_key unique (org_id, product_id, key) deferrable initially deferred,
  constraint uq_product_task_position unique (org_id, product_id, position) deferrable initially deferred,
  constraint ck_product_task_weight check (weight between 0 and 100)
);

create table telemetry_definition (
  org_id           varchar(64)  not null,
  id               uuid         not null,
  product_id       uuid         not null,
  task_id          uuid         not null,
  position         int          not null,
  key              varchar(200) not null,
  name             varchar(255) not null,
  name_key         text not null collate "C",
  description      text,
  data_type        varchar(20)  not null,
  is_required      boolean      not null,
  success_criteria jsonb,
  sort_order       int          not null,
  is_active        boolean      not null,
  constraint pk_telemetry_definition primary key (org_id, id),
  constraint fk_telemetry_definition_product
    foreign key (org_id, product_id) references product (org_id, id) on delete cascade,
  constraint fk_telemetry_definition_task
    foreign key (org_id, task_id) references product_task (org_id, id) on delete cascade deferrable initially deferred,
  constraint uq_telemetry_definition_key unique (org_id, task_id, key) deferrable initially deferred,
  constraint uq_telemetry_definition_name unique (org_id, task_id, name_key) deferrable initially deferred,
  constraint ck_telemetry_definition_criteria check (success_criteria is not null or not is_active)
);
create index ix_telemetry_definition_product on telemetry_definition (org_id, product_id);

alter table product enable row level security;
alter table product force row level security;
create policy tenant on product using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on product to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on product to ${app_role};

alter table product_outcome enable row level security;
alter table product_outcome force row level security;
create policy tenant on product_outcome using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on product_outcome to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on product_outcome to ${app_role};

alter table product_release enable row level security;
alter table product_release force row level security;
create policy tenant on product_release using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on product_release to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on product_release to ${app_role};

alter table product_tag enable row level security;
alter table product_tag force row level security;
create policy tenant on product_tag using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on product_tag to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on product_tag to ${app_role};

alter table product_task enable row level security;
alter table product_task force row level security;
create policy tenant on product_task using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on product_task to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on product_task to ${app_role};

alter table telemetry_definition enable row level security;
alter table telemetry_definition force row level security;
create policy tenant on telemetry_definition using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on telemetry_definition to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on telemetry_definition to ${app_role};

