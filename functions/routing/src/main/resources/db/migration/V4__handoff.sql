-- Who answers a conversation. Its row's lock guards every hand-over; a missing row is the bot, epoch 0.
create table conversation_owner (
    conversation_id text primary key references conversation (id) on delete cascade,
    kind            text not null check (kind in ('bot', 'agent')),
    epoch           int  not null,
    agent           text,
    check ((kind = 'agent') = (agent is not null))
);

create table handoff (
    id              text primary key,
    conversation_id text        not null references conversation (id) on delete cascade,
    customer_id     text,
    status          text        not null check (status in ('waiting', 'claimed', 'resolved', 'returned')),
    reason          text        not null,
    skill           text,
    language        text        not null,
    summary         text        not null,
    waiting_since   timestamptz not null,
    agent           text,
    claimed_at      timestamptz,
    ended_at        timestamptz,
    resolution      text
);

-- At most one open hand-off a conversation.
create unique index handoff_open on handoff (conversation_id) where status in ('waiting', 'claimed');
create index handoff_queue on handoff (status, waiting_since, id);

-- Streams of events: one for each conversation, one for the agents' desk. The counter's lock makes numbers follow commits.
create table event_stream (
    name     text primary key,
    last_seq bigint not null
);

create table stream_event (
    stream text        not null references event_stream (name) on delete cascade,
    seq    bigint      not null,
    kind   text        not null,
    data   text        not null,
    at     timestamptz not null,
    primary key (stream, seq)
);

-- turn 0 is the conversation as a whole.
create table feedback (
    conversation_id text        not null references conversation (id) on delete cascade,
    turn            int         not null,
    customer_id     text,
    rating          int         not null check (rating between 1 and 5),
    comment         text,
    at              timestamptz not null,
    primary key (conversation_id, turn)
);
