package io.hansa.launcher.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns that are as wide as what stands in them. Not thread-safe. */
public final class Table {
    private static final int MAX_WIDTH = 60;

    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    public Table(String... heads) {
        widths = new int[heads.length];
        row((Object[]) heads);
    }

    /**
     * @param cells null is printed as nothing
     */
    public void row(Object... cells) {
        String[] texts = Arrays.stream(cells).map(Table::printable).toArray(String[]::new);
        for (int i = 0; i < texts.length - 1; i++) {
            texts[i] = shortened(texts[i]);
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], texts[i].length());
        }
        rows.add(texts);
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            all.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return all.toString();
    }

    /** What steers a terminal is shown as a question mark. */
    private static String printable(Object cell) {
        return cell == null ? "" : cell.toString().replaceAll("\\p{Cntrl}", "?");
    }

    /** The last column may be as wide as it is. */
    private static String shortened(String text) {
        return text.length() <= MAX_WIDTH ? text : text.substring(0, MAX_WIDTH - 1) + "…";
    }
}
