create table alert (
    id          text primary key,
    raised_at   timestamptz      not null,
    metric      text             not null,
    severity    text             not null,
    value       double precision not null,
    expected    double precision not null,
    time_window text,
    message     text
);

create index alert_by_metric on alert (metric, raised_at);
