package kefu.routing.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import kefu.chassis.caller.Caller;
import kefu.chassis.problem.Problem;

/** Receipts, for their customer and for staff. */
@Path("/v1/store/receipts")
class ReceiptResource {
    private final Receipts receipts;
    private final Caller caller;

    ReceiptResource(Receipts receipts, Caller caller) {
        this.receipts = receipts;
        this.caller = caller;
    }

    /** @param intact whether it is as it was signed */
    record CheckedReceipt(@JsonUnwrapped Receipt receipt, boolean intact) {}

    @GET
    @Path("/{id}")
    @Transactional
    public CheckedReceipt receipt(String id) {
        if (caller.isAnonymous()) throw Problem.unauthenticated().asException();
        var row = receipts.row(id)
                .orElseThrow(() ->
                        Problem.notFound("There is no receipt " + id + ".").asException());
        caller.mustBe(row.customerId);
        return new CheckedReceipt(row.receipt(), receipts.isIntact(row.receipt()));
    }
}
