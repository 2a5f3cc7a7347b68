-- What is removed is found by its age.
create index idempotent_request_answered_at on idempotent_request (answered_at);
create index inbox_seen_at on inbox (seen_at);
