package io.hansa.launcher.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("A", "B");
        table.row("long", 1);
        table.row(null, 22);

        assertThat(table.toString().lines()).containsExactly("A     B", "long  1", "      22");
    }

    @Test
    void whatSteersATerminalIsNotPrinted() {
        Table table = new Table("A");
        table.row("\u001b[31mred");

        assertThat(table.toString()).doesNotContain("\u001b").contains("?[31mred");
    }

    @Test
    void bytesAreShownInHexAndText() {
        assertThat(Hex.dump(new byte[] {0x41, 0x0a}))
                .isEqualTo("00000000  41 0a%s  A.%n".formatted(" ".repeat(42)));
    }
}
