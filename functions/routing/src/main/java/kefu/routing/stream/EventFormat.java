package kefu.routing.stream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A conversation's events are a stream, unless the client asks for JSON: by {@code Accept} or by {@code ?format=json}. */
class EventFormat {
    private static final Pattern EVENTS = Pattern.compile("/?v1/conversations/[^/]+/events/?");

    @ServerRequestFilter(preMatching = true)
    void choose(ContainerRequestContext request) {
        if (!EVENTS.matcher(request.getUriInfo().getPath()).matches()) return;
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, wanted(request));
    }

    private static String wanted(ContainerRequestContext request) {
        if ("json".equals(request.getUriInfo().getQueryParameters().getFirst("format")))
            return MediaType.APPLICATION_JSON;
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        boolean json = accept != null
                && accept.contains(MediaType.APPLICATION_JSON)
                && !accept.contains(MediaType.SERVER_SENT_EVENTS);
        return json ? MediaType.APPLICATION_JSON : MediaType.SERVER_SENT_EVENTS;
    }
}
