-- The house: customers, and what every change leaves behind. Every tenant table has org_id first in every key,
-- forced row-level security for the service, and a policy that lets the owner's migrations see the rows.

create table customer (
  org_id            varchar(64)  not null,
  id                uuid         not null,
  code              varchar(64)  not null,
  code_key          text not null collate "C",
  external_id       varchar(255),
  type              varchar(20)  not null,
  name              varchar(255) not null,
  name_key          text not null collate "C",
  first_name        varchar(255),
  last_name         varchar(255),
  company_name      varchar(255),
  industry          varchar(255),
  source            varchar(255),
  website           varchar(2048),
  phone             varchar(50),
  email             varchar(254),
  email_key         text collate "C",
  has_address       boolean      not null,
  street            varchar(255),
  city              varchar(255),
  state             varchar(255),
  zip_code          varchar(32),
  country           varchar(100),
  description       text,
  assigned_to       varchar(255),
  tags              text[]       not null,
  tag_keys          text[]       not null,
  next_follow_up_at timestamptz,
  account_status    varchar(20)  not null,
  status_reason     varchar(40),
  suspended_at      timestamptz,
  activated_at      timestamptz,
  deactivated_at    timestamptz,
  lifecycle_stage   varchar(20)  not null,
  last_contact_at   timestamptz,
  created_at        timestamptz  not null,
  created_by        varchar(255) not null,
  updated_at        timestamptz  not null,
  version           bigint       not null,
  deleted_at        timestamptz,
  constraint pk_customer primary key (org_id, id),
  constraint ck_customer_type check (type in ('INDIVIDUAL', 'BUSINESS', 'ENTERPRISE')),
  constraint ck_customer_account_status check (account_status in ('ACTIVE', 'SUSPENDED', 'INACTIVE')),
  constraint ck_customer_lifecycle_stage check (lifecycle_stage in ('PROSPECT', 'LEAD', 'ACTIVE', 'INACTIVE'))
);
create unique index uq_customer_name on customer (org_id, name_key) where deleted_at is null and type <> 'INDIVIDUAL';
create unique index uq_customer_email on customer (org_id, email_key) where deleted_at is null;
create unique index uq_customer_code on customer (org_id, code_key) where deleted_at is null;
create unique index uq_customer_external_id on customer (org_id, external_id) where deleted_at is null;
create index ix_customer_name on customer (org_id, name_key, id) where deleted_at is null;
create index ix_customer_assigned_to on customer (org_id, assigned_to, id) where deleted_at is null;

-- The last code that was generated for an organisation.
create table customer_code_counter (
  org_id varchar(64) not null,
  last   bigint      not null,
  constraint pk_customer_code_counter primary key (org_id)
);

-- What the world is to be told: written with the change, delivered later, in order per aggregate.
create table outbox (
  org_id        varchar(64)  not null,
  id            uuid         not null,
  position      bigint       generated always as identity,
  type          varchar(80)  not null,
  event_version int          not null,
  occurred_at   timestamptz  not null,
  subject       varchar(80)  not null,
  actor         varchar(255) not null,
  data          jsonb        not null,
  published_at  timestamptz,
  constraint pk_outbox primary key (org_id, id)
);
create index ix_outbox_waiting on outbox (org_id, position) where published_at is null;

-- Who changed what, when and from where. Append-only for the service.
create table audit_entry (
  org_id      varchar(64)  not null,
  id          uuid         not null,
  at          timestamptz  not null,
  actor       varchar(255) not null,
  action      varchar(80)  not null,
  entity_kind varchar(40)  not null,
  entity_id   uuid         not null,
  customer_id uuid,
  before      jsonb        not null,
  after       jsonb        not null,
  request_id  varchar(32)  not null,
  address     varchar(64)  not null,
  constraint pk_audit_entry primary key (org_id, id)
);
create index ix_audit_entry_customer on audit_entry (org_id, customer_id, id);

alter table customer enable row level security;
alter table customer force row level security;
create policy tenant on customer using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on customer to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on customer to ${app_role};

alter table customer_code_counter enable row level security;
alter table customer_code_counter force row level security;
create policy tenant on customer_code_counter using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on customer_code_counter to ${owner_role} using (true) with check (true);
grant select, insert, update on customer_code_counter to ${app_role};

alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant on outbox using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on outbox to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on outbox to ${app_role};

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant on audit_entry using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on audit_entry to ${owner_role} using (true) with check (true);
grant select, insert on audit_entry to ${app_role};
