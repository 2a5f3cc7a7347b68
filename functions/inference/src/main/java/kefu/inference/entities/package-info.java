/**
 * Finds the things an utterance names: order numbers, dates, money, options, reasons. Rules and word lists over a form of
 * the text that keeps every position; spans are in code points of the text as it was sent, values in one normal form.
 */
package kefu.inference.entities;
