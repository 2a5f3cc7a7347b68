package kefu.routing.store.rules;

import java.util.List;
import java.util.Optional;
import kefu.model.shop.Address;
import kefu.model.shop.Customer;
import kefu.routing.store.rules.StoreOperation.ChangeCustomerAddress;
import kefu.routing.store.rules.StoreOperation.ChangeOrderAddress;

/** One order goes elsewhere, or the address book has another address. Neither changes the other. */
final class AddressChanging {
    private AddressChanging() {}

    static Verdict judge(ChangeOrderAddress operation, Facts facts) {
        var before = facts.order().address();
        check(before, operation.address(), facts.policy());
        var line = facts.say(
                Phrase.ORDER_ADDRESS, facts.order().id(), Addresses.line(operation.address()), Addresses.line(before));
        return new Verdict.Allowed(facts.order().withAddress(operation.address()), facts.customer(), List.of(line));
    }

    static Verdict judge(ChangeCustomerAddress operation, Customer customer, ShopPolicy policy) {
        check(customer.address(), operation.address(), policy);
        var line = policy.wording()
                .say(Phrase.CUSTOMER_ADDRESS, Addresses.line(operation.address()), Addresses.line(customer.address()));
        return new Verdict.Allowed(Optional.empty(), customer.withAddress(operation.address()), List.of(line));
    }

    private static void check(Address before, Address after, ShopPolicy policy) {
        if (after.equals(before)) throw new Refusal(policy, Phrase.ADDRESS_SAME);
        if (isBlank(after.line1())) throw new Refusal(policy, Phrase.ADDRESS_INCOMPLETE);
        var country = Countries.code(after.country());
        if (country.isPresent()
                && !policy.deliversTo().isEmpty()
                && !policy.deliversTo().contains(country.get()))
            throw new Refusal(policy, Phrase.ADDRESS_COUNTRY, after.country().strip());
    }

    private static boolean isBlank(String part) {
        return part == null || part.isBlank();
    }
}
