/** {@code Idempotency-Key}: a request that is sent twice has one effect and one answer (IETF draft-ietf-httpapi-idempotency-key-header). */
package kefu.chassis.idempotency;
