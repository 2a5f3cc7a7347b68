-- Keys are kept as all functions keep them, and what they encrypted begins with its key's id.
insert into data_key (id, subject, wrapped)
select gen_random_uuid(), customer_id, wrapped_key from customer_key;

update interaction i set content = uuid_send(k.id) || i.content from data_key k where k.subject = i.customer_id;

drop table customer_key;
