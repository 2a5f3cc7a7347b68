package kefu.analytics.alert;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import kefu.chassis.caller.Role;
import kefu.model.Page;
import kefu.model.event.AlertRaised;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The alerts, newest first. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ANALYST, Role.ADMIN})
class AlertResource {
    private final Alerts alerts;

    AlertResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @GET
    @Operation(summary = "What needed attention, newest first")
    public Page<AlertRaised> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("after") String after) {
        var rows = alerts.newest(Optional.ofNullable(after), limit + 1);
        var items = rows.stream().limit(limit).map(AlertRow::alert).toList();
        return new Page<>(items, rows.size() > limit ? items.getLast().id() : null);
    }
}
