package kefu.routing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kefu.routing.store.rules.Past;

/** All receipts. */
@ApplicationScoped
public class Receipts {
    private final EntityManager entities;
    private final StoreKeys keys;
    private final ShopVault vault;
    private final ObjectWriter canonical;

    Receipts(EntityManager entities, StoreKeys keys, ShopVault vault, ObjectMapper json) {
        this.entities = entities;
        this.keys = keys;
        this.vault = vault;
        this.canonical = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    @Transactional
    public Optional<Receipt> receipt(String id) {
        return row(id).map(ReceiptRow::receipt);
    }

    /** @return what was done to an order or a customer, oldest first */
    @Transactional
    public List<Receipt> of(String subject) {
        return rows(subject).stream().map(ReceiptRow::receipt).toList();
    }

    /** @return whether the receipt is as it was signed */
    public boolean isIntact(Receipt receipt) {
        return receipt.signature() != null
                && MessageDigest.isEqual(
                        sign(receipt).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        receipt.signature().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    Optional<ReceiptRow> row(String id) {
        return Optional.ofNullable(entities.find(ReceiptRow.class, id)).map(row -> row.opened(vault));
    }

    Optional<Receipt> earlier(String subject, String idempotencyKey) {
        return entities.createQuery(
                        "from ReceiptRow where subject = :subject and idempotencyKey = :key", ReceiptRow.class)
                .setParameter("subject", subject)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst()
                .map(row -> row.opened(vault).receipt());
    }

    List<Past> past(String subject) {
        return rows(subject).stream()
                .map(row -> new Past(row.operation, row.at, row.receipt().arguments(), lowered(row.receipt())))
                .toList();
    }

    Receipt keep(Receipt receipt, String subject, String customerId, String idempotencyKey) {
        var row = new ReceiptRow();
        row.id = receipt.id();
        row.at = receipt.at();
        row.subject = subject;
        row.customerId = customerId;
        row.operation = receipt.operation();
        row.idempotencyKey = idempotencyKey;
        row.become(signed(receipt), vault);
        entities.persist(row);
        return row.receipt();
    }

    Receipt signed(Receipt receipt) {
        return receipt.signed(sign(receipt));
    }

    /** Takes a customer's name and data off their receipts. @return how many there were */
    int anonymise(String customerId) {
        var rows = entities.createQuery("from ReceiptRow where customerId = :id", ReceiptRow.class)
                .setParameter("id", customerId)
                .getResultList();
        for (var row : rows) {
            var anonymous = signed(row.opened(vault).receipt().anonymised());
            if (row.subject.equals(customerId)) row.subject = Erased.ID + "/" + row.id;
            row.idempotencyKey = row.id;
            row.customerId = Erased.ID;
            row.become(anonymous, vault);
        }
        return rows.size();
    }

    private String sign(Receipt receipt) {
        try {
            return Base64.getEncoder()
                    .encodeToString(keys.signReceipt(canonical.writeValueAsBytes(receipt.signed(null))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ReceiptRow> rows(String subject) {
        return entities
                .createQuery("from ReceiptRow where subject = :subject order by at, id", ReceiptRow.class)
                .setParameter("subject", subject)
                .getResultList()
                .stream()
                .map(row -> row.opened(vault))
                .toList();
    }

    private static Set<String> lowered(Receipt receipt) {
        var lowered = new HashSet<String>();
        if (receipt.before().order() == null) return lowered;
        var before = receipt.before().order().items();
        var after = receipt.after().order().items();
        for (int i = 0; i < before.size(); i++)
            if (after.get(i).price().compareTo(before.get(i).price()) < 0)
                lowered.add(after.get(i).variantId());
        return lowered;
    }
}
