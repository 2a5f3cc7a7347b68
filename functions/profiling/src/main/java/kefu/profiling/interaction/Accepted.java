package kefu.profiling.interaction;

import java.util.List;

/** What was taken. @param accepted how many @param ids of their events, in the order they were sent */
record Accepted(int accepted, List<String> ids) {}
