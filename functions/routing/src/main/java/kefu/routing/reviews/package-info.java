/**
 * What reviews say, counted by aspect: the evidence behind answers about quality. Read off the interactions' topic once,
 * kept with what each praises and blames ({@code opinion}).
 */
package kefu.routing.reviews;
