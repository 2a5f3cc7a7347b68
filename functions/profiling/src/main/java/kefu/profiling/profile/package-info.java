/**
 * The profile P = f(x, y, z) as a pure function. What happened is read as {@link kefu.profiling.profile.Signal}s; signals
 * add up to {@link kefu.profiling.profile.Evidence}: whole numbers by name and day, so that any order of arrival gives the
 * same sums; {@link kefu.profiling.profile.ProfileFold} weighs the days with exponential decay.
 */
package kefu.profiling.profile;
