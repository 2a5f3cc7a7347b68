package kefu.routing.store.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "Spain, ES",
        "usa, US",
        "UK, GB",
        "中国大陆, CN",
        "hong kong, HK",
        "Germany, DE",
        "FRA, FR",
        "' canada ', CA"
    })
    void aCountryIsKnownByItsNamesAndCodes(String name, String code) {
        assertThat(Countries.code(name)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Leeds", "浙江省", "", "Flat 3"})
    void anythingElseIsNone(String name) {
        assertThat(Countries.code(name)).isEmpty();
    }
}
