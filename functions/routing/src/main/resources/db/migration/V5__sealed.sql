-- What is said and who says it is encrypted from here on (data_key). What was kept readable is not carried over: import
-- the shop again.
delete from conversation;
delete from event_stream;
delete from idempotent_request;
delete from receipt;
delete from shop_order;
delete from customer;

alter table conversation drop column state, add column state bytea not null;
alter table turn
    drop column request, drop column answer, drop column explanation,
    add column request bytea not null, add column answer bytea not null, add column explanation bytea not null;
alter table handoff
    drop column reason, drop column summary, drop column resolution,
    add column words bytea not null;
alter table feedback drop column comment, add column comment bytea;
-- conversation_id: what an event is about, on the agents' stream too.
alter table stream_event
    drop column data,
    add column data bytea not null, add column conversation_id text not null;
create index stream_event_conversation on stream_event (conversation_id);
create index stream_event_age on stream_event (at);

alter table customer drop column record, add column record bytea not null;
alter table shop_order drop column record, add column record bytea not null;
alter table receipt drop column record, add column record bytea not null;
