/** Events on the wire: CloudEvents 1.0, binary mode over Kafka. */
package kefu.chassis.event;
