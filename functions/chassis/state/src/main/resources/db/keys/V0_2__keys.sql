-- Keys of subjects (customers, conversations), each encrypted under the master key.
create table data_key (
    id      uuid  primary key,
    subject text  not null unique,
    wrapped bytea not null
);
