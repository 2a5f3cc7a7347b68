/** Commands that a function itself carries out, in its batch mode: training, evaluation, tests of a pack. */
package kefu.local.delegate;
