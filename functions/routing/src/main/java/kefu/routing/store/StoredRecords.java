package kefu.routing.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import kefu.model.shop.Address;
import kefu.model.shop.Customer;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.model.shop.PaymentMethod;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;

/** Records that are written to JSON columns and bare responses, where a native build does not see them. */
@RegisterForReflection(
        targets = {
            Address.class,
            Customer.class,
            LocalText.class,
            Order.class,
            Order.Item.class,
            Order.Payment.class,
            Order.Fulfilment.class,
            OrderStatus.class,
            PaymentMethod.class,
            Product.class,
            Variant.class,
            Receipt.class,
            Receipt.State.class,
            Asker.class,
            OperationAnswer.class
        })
final class StoredRecords {
    private StoredRecords() {}
}
