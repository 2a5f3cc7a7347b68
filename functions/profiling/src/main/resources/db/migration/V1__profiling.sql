-- What customers did, encrypted under the customer's key.
create table interaction (
    event_id    text        primary key,
    customer_id text        not null,
    source      text        not null,
    given_id    text,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    content     bytea       not null,
    unique (customer_id, source, given_id)
);
create index interaction_by_age on interaction (received_at);

create table customer_key (
    customer_id text  primary key,
    wrapped_key bytea not null
);

create table consent (
    customer_id     text        primary key,
    personalisation boolean     not null,
    analytics       boolean     not null,
    marketing       boolean     not null,
    version         bigint      not null,
    changed_at      timestamptz not null
);

-- Evidence: thousandths of something on a day. Whole numbers, so that any order of arrival gives the same sum.
create table tally (
    customer_id text   not null,
    dimension   text   not null,
    name        text   not null,
    epoch_day   bigint not null,
    mass        bigint not null,
    primary key (customer_id, dimension, name, epoch_day)
);
create index tally_by_name on tally (dimension, name);

create table placed_order (
    order_id    text        primary key,
    customer_id text        not null,
    state       text        not null
);
create index placed_order_by_customer on placed_order (customer_id);

create table product_category (
    product_id text        primary key,
    category   text        not null,
    changed_at timestamptz not null
);

-- The profile as served; dirty_since tells that evidence came after it.
create table profile (
    customer_id text        primary key,
    profile     text,
    version     bigint      not null default 0,
    last_seen   timestamptz,
    dirty_since timestamptz
);
create index profile_dirty on profile (dirty_since) where dirty_since is not null;
create index profile_by_last_seen on profile (last_seen);

create table erasure (
    customer_id  text        primary key,
    requested_at timestamptz not null
);

create table erasure_confirmation (
    customer_id  text        not null references erasure on delete cascade,
    function     text        not null,
    erased       integer     not null,
    confirmed_at timestamptz not null,
    primary key (customer_id, function)
);
