package kefu.blackbox;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back for one request. */
record Answer(int status, JsonNode body) {
    /** @return the body of an answer that must be a success */
    JsonNode ok() {
        if (status / 100 != 2) throw new AssertionError("HTTP " + status + ": " + body);
        return body;
    }
}
