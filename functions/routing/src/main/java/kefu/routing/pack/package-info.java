/**
 * The pack: everything that a shop, or another trade, would change is data here. Intents, flows, slots, replies, hand-off
 * rules and policy are YAML files of one folder, checked when they are loaded.
 */
package kefu.routing.pack;
