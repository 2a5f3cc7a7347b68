package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kefu.model.shop.Customer;
import kefu.model.shop.PaymentMethod;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Ordinals;

/** One of the customer's own ways to pay. */
@ApplicationScoped
class PaymentMethodSlot implements SlotKind {
    private static final Map<String, Pattern> WORDS = Map.of(
            "gift_card", Pattern.compile("gift ?card|礼品卡|购物卡"),
            "paypal", Pattern.compile("pay ?pal|贝宝"),
            "credit_card", Pattern.compile("credit|debit|visa|master|amex|unionpay|信用卡|银行卡|银联|\\bcard\\b"));

    @Override
    public String kind() {
        return "paymentMethod";
    }

    @Override
    public boolean isCorrectedBesideAPreview() {
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
        var text = asking.text().toLowerCase(Locale.ROOT);
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
