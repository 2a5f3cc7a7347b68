-- Versions are only ever added: the newest one of an id and language is the article, or its end.
create table article (
    id         text        not null,
    language   text        not null,
    version    int         not null,
    title      text        not null,
    tags       jsonb       not null,
    text       text        not null,
    deleted    boolean     not null,
    at         timestamptz not null,
    changed_by text        not null,
    primary key (id, language, version)
);

-- Kept by content, so that a passage which an edit leaves alone keeps its vector.
create table passage_vector (
    digest  text   not null,
    encoder text   not null,
    vector  real[] not null,
    primary key (digest, encoder)
);

create table review (
    id          text primary key,
    product_id  text        not null,
    customer_id text,
    rating      int         not null,
    text        text        not null,
    language    text        not null,
    at          timestamptz not null,
    recorded_at timestamptz not null
);

create index review_product on review (product_id);
create index review_customer on review (customer_id);

create table review_aspect (
    review_id  text     not null references review (id) on delete cascade,
    aspect     text     not null,
    product_id text     not null,
    polarity   smallint not null,
    quote      text     not null,
    primary key (review_id, aspect)
);

create index review_aspect_product on review_aspect (product_id, aspect);
