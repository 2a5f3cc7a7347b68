package kefu.model.shop;

/** A postal address; parts that a country does not use are null. */
public record Address(String line1, String line2, String city, String state, String country, String zip) {}
