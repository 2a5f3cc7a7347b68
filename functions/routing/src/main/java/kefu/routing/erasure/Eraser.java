package kefu.routing.erasure;

/** Forgets what a package holds of a customer. Every bean of this type is asked, in the transaction of the erasure. */
public interface Eraser {
    /** @return how many records it erased or made anonymous */
    int erase(String customerId);
}
