create sequence outbox_seq;

create table outbox (
    seq          bigint primary key default nextval('outbox_seq'),
    event_id     text        not null,
    topic        text        not null,
    record_key   text        not null,
    type         text        not null,
    occurred_at  timestamptz not null,
    trace_parent text,
    data         text -- null: a tombstone, which makes a compacted topic forget the key
);

create table inbox (
    event_id text        not null,
    consumer text        not null,
    seen_at  timestamptz not null,
    primary key (event_id, consumer)
);

create table idempotent_request (
    scope       text        not null,
    request_key text        not null,
    fingerprint text        not null,
    answer      text,
    answered_at timestamptz not null,
    primary key (scope, request_key)
);
