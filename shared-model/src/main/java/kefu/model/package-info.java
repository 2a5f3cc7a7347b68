/**
 * The language that all functions of Kefu speak. Read {@link kefu.model.event.Event} first: its records, in their
 * order, are the way of a turn, and {@link kefu.model.event.Topics} says where each one travels.
 */
package kefu.model;
