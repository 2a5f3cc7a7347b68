/** What the tests of all functions share: a real broker, a real database, tokens, and the rules of the house. */
package kefu.testing;
