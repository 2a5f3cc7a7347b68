package kefu.seeded.usecase;

import java.sql.Connection;

record DecidesBySql(Connection connection) {}
