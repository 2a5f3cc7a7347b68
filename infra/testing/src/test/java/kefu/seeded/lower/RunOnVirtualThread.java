package kefu.seeded.lower;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Called as the one of a library, which is known by its name. */
@Retention(RetentionPolicy.RUNTIME)
@interface RunOnVirtualThread {}
