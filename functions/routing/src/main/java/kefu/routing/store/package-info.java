/**
 * The shop as routing knows it: customers, orders, a copy of the catalogue, and the operations on them. {@code Store}
 * reads, {@code Operations} previews and carries out under {@code rules}, {@code Receipts} keeps the proof. Rows are
 * package-private; what leaves are shared-model's records.
 */
package kefu.routing.store;
