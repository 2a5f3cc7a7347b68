-- Each row carries the transaction that wrote it last, so that every replica can follow what all of them write: a
-- transaction below pg_snapshot_xmin is over, and nothing can appear below it any more.
create function mark_changed() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end $$;

create table product (
    id      text primary key,
    version integer     not null,
    since   timestamptz not null,
    data    text        not null,
    changed xid8        not null
);
create index product_changed on product (changed);
create trigger product_changes before insert or update on product for each row execute function mark_changed();

-- A customer of whom something is remembered, or lately forgotten: erased_at refuses what was on its way meanwhile.
create table customer (
    id        text primary key,
    taste     text,
    erased_at timestamptz,
    changed   xid8 not null
);
create index customer_changed on customer (changed);
create index customer_erased on customer (erased_at) where erased_at is not null;
create trigger customer_changes before insert or update on customer for each row execute function mark_changed();

-- source names what told of the action: an event, or an order's item, which a later state of the order may take back.
create table action (
    source      text primary key,
    customer_id text        not null references customer (id),
    product_id  text        not null,
    kind        text        not null,
    at          timestamptz not null
);
create index action_customer on action (customer_id, at desc);
create index action_at on action (at);
