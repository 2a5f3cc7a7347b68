/** The five functions as processes: which there are, what they are told, how they are started and found ready. */
package kefu.local.function;
