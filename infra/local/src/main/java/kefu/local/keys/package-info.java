/** Keys and passwords of a local Kefu, made at its first start, and the bearer tokens signed with them. */
package kefu.local.keys;
