/**
 * What happened, as Kafka carries it: CloudEvents 1.0 in binary mode, the record as JSON data. {@link
 * kefu.model.event.Event} lists all of them in the order of the turn; a field is only ever added.
 */
package kefu.model.event;
