/** Who is asking (P): the profile, or that of somebody unknown while profiling is away. */
package kefu.routing.profile;
