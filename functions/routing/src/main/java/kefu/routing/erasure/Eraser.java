package kefu.routing.erasure;

/**
 * Forgets what a package holds of a customer. Every bean of this type is asked, in the transaction of the erasure, those
 * of higher {@link jakarta.annotation.Priority} first, and then all again: what became the customer's meanwhile is
 * found then. Rows that others change are locked in the order in which a turn takes them: conversation, order, customer.
 */
public interface Eraser {
    /** @return how many records it erased or made anonymous */
    int erase(String customerId);
}
