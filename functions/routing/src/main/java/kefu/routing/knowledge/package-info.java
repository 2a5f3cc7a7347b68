/**
 * What the shop tells its customers: articles with every version kept, searched by words (BM25) and by meaning (vectors)
 * at once. {@code Articles} keeps them, {@code Knowledge} finds the passage that answers, or says that none does.
 */
package kefu.routing.knowledge;
