/**
 * A pack's own tests ({@code tests.yml}): conversations that are held as customers hold them, through the policy, the
 * flows and the store of a running routing, without HTTP. What is said is understood by the pack's own examples.
 */
package kefu.routing.packtest;
