package kefu.routing.dialogue.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            1 Elm St, Austin, TX, 78701, USA | 1 Elm St | '' | Austin | TX | USA | 78701
            1 Elm St, Denver, CO, 80201 | 1 Elm St | '' | Denver | CO | - | 80201
            1 Elm St, Denver, CO 80201, US | 1 Elm St | '' | Denver | CO | US | 80201
            change it again: 5 Rue de Rivoli, Paris, Ile-de-France, FR, 75001 | 5 Rue de Rivoli | '' | Paris | Ile-de-France | FR | 75001
            please send it to 12 High Street, Flat 3, Leeds, LS1 4AB, UK | 12 High Street | Flat 3 | Leeds | '' | UK | LS1 4AB
            no wait, 2 Birch Road, Leeds, LS1 4AB, UK | 2 Birch Road | '' | Leeds | '' | UK | LS1 4AB
            100 Queen Street West, Apt 4B, Toronto, ON, M5H 2N2, Canada | 100 Queen Street West | Apt 4B | Toronto | ON | Canada | M5H 2N2
            福建省厦门市思明区环岛路88号 3栋502 361006 | 思明区环岛路88号 3栋502 | - | 厦门市 | 福建省 | 中国 | 361006
            重庆市渝中区解放碑步行街1号2栋3单元501，400010 | 渝中区解放碑步行街1号2栋3单元501 | - | 重庆市 | - | 中国 | 400010
            my new address is Torstrasse 12, Berlin, Berlin, Germany, 10119 | Torstrasse 12 | '' | Berlin | Berlin | Germany | 10119
            my new address is torstrasse 12, berlin, berlin, germany, 10119 | torstrasse 12 | '' | berlin | berlin | germany | 10119
            Change the shipping address of #W1000049 to Torstrasse 12, Berlin, Berlin, Germany, 10119 | Torstrasse 12 | '' | Berlin | Berlin | Germany | 10119
            #W1000050 的地址改成 上海市徐汇区漕溪北路 88 号 502 室 200030 | 徐汇区漕溪北路 88 号 502 室 | - | 上海市 | - | 中国 | 200030
            地址改成：浙江省杭州市西湖区文三路259号 | 西湖区文三路259号 | - | 杭州市 | 浙江省 | 中国 | -
            """)
    void isRead(String said, String line1, String line2, String city, String state, String country, String zip) {
        var address = WrittenAddress.read(said).orElseThrow();
        assertThat(address.line1()).isEqualTo(line1);
        assertThat(address.line2()).isEqualTo(line2);
        assertThat(address.city()).isEqualTo(city);
        assertThat(address.state()).isEqualTo(state);
        assertThat(address.country()).isEqualTo(country);
        assertThat(address.zip()).isEqualTo(zip);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no wait, flat 4",
                "不对，是2号",
                "the other one",
                "",
                "我想改地址，去哪改",
                "5 Oak Street, Denver",
                "what, why, how, when, where"
            })
    void isNone(String said) {
        assertThat(WrittenAddress.read(said)).isEmpty();
    }
}
