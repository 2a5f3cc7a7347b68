create table conversation (
    id            text primary key,
    customer_id   text,
    identified_by text,
    channel       text        not null,
    language      text,
    pack          text        not null,
    started_at    timestamptz not null,
    turns         int         not null,
    state         jsonb       not null
);

create index conversation_customer on conversation (customer_id);

create table turn (
    conversation_id text        not null references conversation (id) on delete cascade,
    number          int         not null,
    at              timestamptz not null,
    request         jsonb       not null,
    answer          jsonb       not null,
    explanation     jsonb       not null,
    ledger          jsonb       not null,
    primary key (conversation_id, number)
);
