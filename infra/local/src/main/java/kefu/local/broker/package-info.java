/** A real Kafka broker as a child process, from Kafka's own jars. */
package kefu.local.broker;
