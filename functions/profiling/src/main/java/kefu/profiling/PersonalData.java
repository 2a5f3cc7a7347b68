package kefu.profiling;

/** Something that this function holds of a customer. Export and erasure ask every one of these. */
public interface PersonalData {
    /** @return its name in an export */
    String name();

    /** @return what is held, readable, to be written as JSON; its record is registered, as a native build does not see it */
    Object export(String customerId);

    /** Deletes it in the transaction that runs. @return how many records there were */
    int erase(String customerId);
}
