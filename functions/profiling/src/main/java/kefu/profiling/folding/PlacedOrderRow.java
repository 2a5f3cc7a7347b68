package kefu.profiling.folding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order in its latest state, in JSON. */
@Entity
@Table(name = "placed_order")
class PlacedOrderRow {
    @Id
    @Column(name = "order_id")
    String orderId;

    @Column(name = "customer_id")
    String customerId;

    String state;
}
