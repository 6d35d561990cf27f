-- Solutions: products that are sold together. What a solution has of its own is of the shape of a product and lies in the same
-- tables; so does what a customer should do of it, which is a plan like any other.

alter table product add column kind varchar(20) not null default 'PRODUCT';
alter table product alter column kind drop default;
alter table product add constraint ck_product_kind check (kind in ('PRODUCT', 'SOLUTION'));
-- Refers to by what may hold products and by what may be held.
alter table product add constraint uq_product_kind unique (org_id, id, kind);

-- A product and a solution may share a name; two of a kind may not.
alter table product drop constraint uq_product_name;
alter table product drop constraint uq_product_external_id;
drop index ix_product_name;
create unique index uq_product_name on product (org_id, name_key) where kind = 'PRODUCT';
create unique index uq_solution_name on product (org_id, name_key) where kind = 'SOLUTION';
create unique index uq_product_external_id on product (org_id, external_id) where kind = 'PRODUCT';
create unique index uq_solution_external_id on product (org_id, external_id) where kind = 'SOLUTION';
create index ix_product_name on product (org_id, kind, name_key, id);

-- The two kinds are there for the foreign keys: only a solution holds, and only products are held.
create table solution_product (
  org_id        varchar(64) not null,
  solution_id   uuid        not null,
  product_id    uuid        not null,
  position      int         not null,
  solution_kind varchar(20) not null generated always as ('SOLUTION') stored,
  product_kind  varchar(20) not null generated always as ('PRODUCT') stored,
  constraint pk_solution_product primary key (org_id, solution_id, product_id),
  constraint fk_solution_product_solution
    foreign key (org_id, solution_id, solution_kind) references product (org_id, id, kind) on delete cascade,
  constraint fk_solution_product_product
    foreign key (org_id, product_id, product_kind) references product (org_id, id, kind) on delete cascade
);
create index ix_solution_product_product on solution_product (org_id, product_id);

create table solution_assignment (
  org_id               varchar(64)  not null,
  id                   uuid         not null,
  customer_id          uuid         not null,
  solution_id          uuid         not null,
  name                 varchar(255) not null,
  license_level        varchar(20)  not null,
  selected_outcome_ids uuid[]       not null,
  selected_release_ids uuid[]       not null,
  overrides            jsonb        not null,
  purchased_at         timestamptz  not null,
  version              bigint       not null,
  removed_at           timestamptz,
  constraint pk_solution_assignment primary key (org_id, id),
  constraint fk_solution_assignment_customer foreign key (org_id, customer_id) references customer (org_id, id),
  constraint ck_solution_assignment_license_level check (license_level in ('ESSENTIAL', 'ADVANTAGE', 'SIGNATURE'))
);
create unique index uq_solution_assignment_name
  on solution_assignment (org_id, customer_id, solution_id, name) where removed_at is null;
create index ix_solution_assignment_solution on solution_assignment (org_id, solution_id) where removed_at is null;

-- The assignment of a solution that manages that of a product.
alter table product_assignment
  add column solution_assignment_id uuid,
  add constraint fk_product_assignment_solution
    foreign key (org_id, solution_assignment_id) references solution_assignment (org_id, id);
create index ix_product_assignment_solution on product_assignment (org_id, solution_assignment_id)
  where solution_assignment_id is not null;

-- A plan belongs to the assignment of a product or, with a solution's own tasks, to that of the solution.
alter table adoption_plan
  alter column assignment_id drop not null,
  add column solution_assignment_id uuid,
  add constraint uq_adoption_plan_solution_assignment unique (org_id, solution_assignment_id),
  add constraint fk_adoption_plan_solution_assignment
    foreign key (org_id, solution_assignment_id) references solution_assignment (org_id, id),
  add constraint ck_adoption_plan_assignment check (num_nonnulls(assignment_id, solution_assignment_id) = 1);

alter table solution_product enable row level security;
alter table solution_product force row level security;
create policy tenant on solution_product using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on solution_product to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on solution_product to ${app_role};

alter table solution_assignment enable row level security;
alter table solution_assignment force row level security;
create policy tenant on solution_assignment using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on solution_assignment to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on solution_assignment to ${app_role};
