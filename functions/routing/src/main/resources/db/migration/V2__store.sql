-- What is searched stands beside the record, personal data only as a keyed fingerprint.
create table customer (
    id         text primary key,
    email_hash text,
    zip_hash   text,
    record     jsonb       not null,
    version    bigint      not null,
    changed_at timestamptz not null
);

create index customer_email on customer (email_hash);
create index customer_zip on customer (zip_hash);

-- lookup: the id in upper case without '#'; digits: its digits alone.
create table shop_order (
    id           text primary key,
    lookup       text        not null unique,
    digits       text        not null,
    customer_id  text        not null,
    placed_at    timestamptz,
    delivered_at timestamptz,
    record       jsonb       not null,
    version      bigint      not null,
    changed_at   timestamptz not null
);

create index shop_order_digits on shop_order (digits);
create index shop_order_customer on shop_order (customer_id, placed_at desc nulls last);

create table product (
    id         text primary key,
    record     jsonb       not null,
    version    bigint      not null,
    changed_at timestamptz not null
);

-- subject: the order's or the customer's id. An operation happens once for each key of a subject.
create table receipt (
    id              text primary key,
    at              timestamptz not null,
    subject         text        not null,
    customer_id     text        not null,
    operation       text        not null,
    idempotency_key text        not null,
    record          jsonb       not null,
    unique (subject, idempotency_key)
);

create index receipt_subject on receipt (subject, at);
create index receipt_customer on receipt (customer_id);

-- Keys that were not configured: made once, the same for every replica.
create table store_key (
    name  text primary key,
    value text not null
);
