/** What search, review reading and dialogue need of text. Pure. */
package kefu.routing.text;
