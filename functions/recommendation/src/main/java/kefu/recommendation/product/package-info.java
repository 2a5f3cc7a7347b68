/** The catalogue: kept here, told to everybody by kefu.products. */
package kefu.recommendation.product;
