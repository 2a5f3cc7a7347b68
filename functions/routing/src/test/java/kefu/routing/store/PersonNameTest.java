package kefu.routing.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "Emily, Carter, emily, CARTER, true",
        "Emily, Carter, Carter, Emily, true",
        "Emily, Carter, emily carter, , true",
        "静, 陈, 陈静, , true",
        "静, 陈, , 陈 静, true",
        "静, 陈, 陈, 静, true",
        "José, Núñez, jose, nunez, true",
        "Mary Ann, O'Neil, maryann, oneil, true",
        "Emily, Carter, Emil, Carter, false",
        "静, 陈, 陈静文, , false",
        "静, 陈, 静, , false"
    })
    void aNameIsTheSameInWhateverOrderItIsSaid(
            String first, String last, String saidFirst, String saidLast, boolean same) {
        assertThat(PersonName.of(first, last).equals(PersonName.of(saidFirst, saidLast)))
                .isEqualTo(same);
    }
}
