/** What search and review reading both need of text. Pure. */
package kefu.routing.text;
