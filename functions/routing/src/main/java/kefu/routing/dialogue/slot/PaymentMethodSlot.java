package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;
import kefu.model.shop.PaymentMethod;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.store.Store;
import kefu.routing.text.Wanted;

/** One of the customer's own ways to pay. */
@ApplicationScoped
class PaymentMethodSlot implements SlotKind {
    private static final Map<String, Pattern> WORDS = Map.of(
            "gift_card", Pattern.compile("gift ?card|礼品卡|购物卡"),
            "paypal", Pattern.compile("pay ?pal|贝宝"),
            "credit_card", Pattern.compile("credit|debit|visa|master|amex|unionpay|信用卡|银行卡|银联|\\bcard\\b"));

    private static final Pattern ORIGINAL =
            Pattern.compile("\\boriginal\\b|\\bsame (?:one|card|method|way)\\b|\\bpaid with\\b|原支付|原路|原来的|原卡");

    /** "I paid with PayPal, please refund it to my gift card" wants the gift card. */
    private static final Pattern PAID_BEFORE = Pattern.compile(
            "\\bpaid (?:it |for it )?(?:with|by|using|via) (?:my |a |an |the )?\\w[^,.;]*|用[^，。；]{1,8}(?:付|买|支付)的");

    private final Store store;

    PaymentMethodSlot(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "paymentMethod";
    }

    @Override
    public boolean canBeCorrected() {
        return true;
    }

    @Override
    public boolean readsOpening() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var methods = methods(asking);
        if (asking.chosen().isPresent()) {
            return methods.stream().anyMatch(m -> m.id().equals(asking.chosen().get()))
                    ? new Reading.Filled(asking.chosen().get())
                    : new Reading.Wrong("again.choice");
        }
        // Nobody is asked to choose from one.
        if (methods.size() == 1) return new Reading.Filled(methods.getFirst().id());
        var text = PAID_BEFORE
                .matcher(Wanted.of(asking.text()).toLowerCase(Locale.ROOT))
                .replaceAll(" ");
        var original = ORIGINAL.matcher(text).find() ? paidWith(asking, methods) : Optional.<PaymentMethod>empty();
        if (original.isPresent()) return new Reading.Filled(original.get().id());
        var named = methods.stream().filter(m -> names(text, m)).toList();
        if (named.size() > 1) {
            var exact = named.stream()
                    .filter(m -> m.lastFour() != null && text.contains(m.lastFour()))
                    .toList();
            if (exact.size() == 1) return new Reading.Filled(exact.getFirst().id());
        }
        if (named.size() == 1) return new Reading.Filled(named.getFirst().id());
        var position = asking.asked() ? Ordinals.in(text) : java.util.OptionalInt.empty();
        return position.isPresent() && position.getAsInt() <= methods.size()
                ? new Reading.Filled(methods.get(position.getAsInt() - 1).id())
                : new Reading.Nothing();
    }

    @Override
    public List<Option> options(Asking asking) {
        return methods(asking).stream()
                .map(m -> new Option(m.id(), label(m, asking)))
                .toList();
    }

    /** @return what the chosen order was paid with, where that is one of the methods */
    private Optional<PaymentMethod> paidWith(Asking asking, List<PaymentMethod> methods) {
        var paid = asking.slot("order").flatMap(store::order).map(Order::payments).orElse(List.of()).stream()
                .map(Order.Payment::methodId)
                .collect(Collectors.toSet());
        var same = methods.stream().filter(m -> paid.contains(m.id())).toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private static List<PaymentMethod> methods(Asking asking) {
        return asking.situation().customer().map(Customer::paymentMethods).orElse(List.of());
    }

    private static boolean names(String text, PaymentMethod method) {
        if (method.lastFour() != null && text.contains(method.lastFour())) return true;
        if (text.contains(method.id().toLowerCase(Locale.ROOT))) return true;
        // "card" alone is a credit card only where no gift card is spoken of.
        if (method.kind().equals("credit_card")
                && WORDS.get("gift_card").matcher(text).find()) return false;
        var words = WORDS.get(method.kind());
        return words != null && words.matcher(text).find();
    }

    private static String label(PaymentMethod method, Asking asking) {
        boolean zh = asking.situation().language().equals("zh");
        return switch (method.kind()) {
            case "gift_card" -> (zh ? "礼品卡（余额 " : "Gift card (balance ") + method.balance() + (zh ? "）" : ")");
            case "paypal" -> "PayPal";
            default -> (method.brand() == null ? "" : method.brand() + " ") + "···· " + method.lastFour();
        };
    }
}
