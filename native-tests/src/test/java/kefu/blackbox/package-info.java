/** Kefu from outside: the packaged functions, a real broker and database, and nothing but HTTP, Kafka and a browser. */
package kefu.blackbox;
