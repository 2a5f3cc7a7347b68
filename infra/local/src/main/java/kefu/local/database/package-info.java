/** A real PostgreSQL server from embedded binaries: one database, a role and a schema for each function. */
package kefu.local.database;
