package kefu.model.shop;

import java.util.List;
import java.util.Optional;
import kefu.model.Require;

/** A customer as the shop knows them: name, contact, address, ways to pay. All of it is personal data. */
public record Customer(
        String id,
        String firstName,
        String lastName,
        String email,
        String phone,
        Address address,
        List<PaymentMethod> paymentMethods) {
    public Customer {
        Require.text(id, "id");
        paymentMethods = Require.list(paymentMethods);
    }

    public Optional<PaymentMethod> paymentMethod(String methodId) {
        return paymentMethods.stream().filter(m -> m.id().equals(methodId)).findFirst();
    }

    public Customer withAddress(Address to) {
        return new Customer(id, firstName, lastName, email, phone, to, paymentMethods);
    }

    public Customer withPaymentMethods(List<PaymentMethod> to) {
        return new Customer(id, firstName, lastName, email, phone, address, to);
    }
}
