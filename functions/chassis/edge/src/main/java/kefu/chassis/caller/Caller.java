package kefu.chassis.caller;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import kefu.chassis.problem.Problem;

/** Who makes this request. */
@RequestScoped
public class Caller {
    private final CurrentIdentityAssociation identities;

    Caller(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** @return the customer whose token this is; empty for staff and for anonymous callers */
    public Optional<String> customerId() {
        return has(Role.CUSTOMER) ? Optional.of(name()) : Optional.empty();
    }

    /** @return the token's subject, or {@code anonymous} */
    public String name() {
        return identity().isAnonymous()
                ? "anonymous"
                : identity().getPrincipal().getName();
    }

    public boolean has(String role) {
        return identity().hasRole(role);
    }

    public boolean isStaff() {
        return has(Role.AGENT) || has(Role.ADMIN);
    }

    public boolean isAnonymous() {
        return identity().isAnonymous();
    }

    /** @return what an authentication mechanism noted about the caller, such as a conversation's id */
    public Optional<String> attribute(String key) {
        return Optional.ofNullable(identity().<String>getAttribute(key));
    }

    /** @throws kefu.chassis.problem.ProblemException 403 unless the caller is this customer, or staff */
    public void mustBe(String customerId) {
        if (isStaff() || customerId().filter(customerId::equals).isPresent()) return;
        if (isAnonymous()) throw Problem.unauthenticated().asException();
        throw Problem.forbidden("This belongs to somebody else.").asException();
    }

    private SecurityIdentity identity() {
        return identities.getIdentity();
    }
}
