/**
 * What happens in a conversation, as it happens: events numbered without gaps in the order of their commits, kept, and
 * streamed to whoever listens, on whichever replica. A listener reads the table from where it stands; a wake-up (in this
 * process after the commit, in others by PostgreSQL's NOTIFY, else by a poll) only says that it is worth looking.
 */
package kefu.routing.stream;
