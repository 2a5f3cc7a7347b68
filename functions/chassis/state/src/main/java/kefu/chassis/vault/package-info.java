/**
 * What is said by and about people is kept encrypted, each person's (or conversation's) under a key of its own, which is
 * itself encrypted under the master key. Destroying a key makes whatever was encrypted under it unreadable, in backups,
 * too. A function that keeps such data says {@code kefu.privacy.keeps-keys=true} and migrates {@code db/keys}.
 */
package kefu.chassis.vault;
