package io.hansa.connector.correlation;

import java.util.Map;

/** The fields of ISO 8583:1987 (section 4.3), and of dialects that differ from it. */
final class FieldTable {

    static final int LAST = 128;

    private static final String STANDARD =
            """
            2 n..19, 3 n6, 4 n12, 5 n12, 6 n12, 7 n10, 8 n8, 9 n8, 10 n8, 11 n6, 12 n6, 13 n4, 14 n4, 15 n4, 16 n4,
            17 n4, 18 n4, 19 n3, 20 n3, 21 n3, 22 n3, 23 n3, 24 n3, 25 n2, 26 n2, 27 n1, 28 x+n8, 29 x+n8, 30 x+n8,
            31 x+n8, 32 n..11, 33 n..11, 34 ns..28, 35 z..37, 36 z...104, 37 an12, 38 an6, 39 an2, 40 an3, 41 ans8,
            42 ans15, 43 ans40, 44 ans..25, 45 ans..76, 46 ans...999, 47 ans...999, 48 ans...999, 49 an3, 50 an3,
            51 an3, 52 b8, 53 n16, 54 an...120, 55 ans...999, 56 ans...999, 57 ans...999, 58 ans...999, 59 ans...999,
            60 ans...999, 61 ans...999, 62 ans...999, 63 ans...999, 64 b8, 66 n1, 67 n2, 68 n3, 69 n3, 70 n3, 71 n4,
            72 n4, 73 n6, 74 n10, 75 n10, 76 n10, 77 n10, 78 n10, 79 n10, 80 n10, 81 n10, 82 n12, 83 n12, 84 n12,
            85 n12, 86 n16, 87 n16, 88 n16, 89 n16, 90 n42, 91 an1, 92 an2, 93 an5, 94 an7, 95 an42, 96 b8,
            97 x+n16, 98 ans25, 99 n..11, 100 n..11, 101 ans..17, 102 ans..28, 103 ans..28, 104 ans...100,
            105 ans...999, 106 ans...999, 107 ans...999, 108 ans...999, 109 ans...999, 110 ans...999, 111 ans...999,
            112 ans...999, 113 ans...999, 114 ans...999, 115 ans...999, 116 ans...999, 117 ans...999, 118 ans...999,
            119 ans...999, 120 ans...999, 121 ans...999, 122 ans...999, 123 ans...999, 124 ans...999, 125 ans...999,
            126 ans...999, 127 ans...999, 128 b8""";

    private final FieldFormat[] formats = new FieldFormat[LAST + 1];

    FieldTable(Map<Integer, String> differing) {
        for (String entry : STANDARD.split(",\\s*")) {
            String[] parts = entry.split(" ");
            put(Integer.parseInt(parts[0]), parts[1]);
        }
        differing.forEach(this::put);
    }

    /**
     * The format of a field, null of one that no message has: 1 and 65 are bits of the bitmaps
     * themselves.
     */
    FieldFormat of(int field) {
        return formats[field];
    }

    private void put(int field, String notation) {
        formats[field] = FieldFormat.parse(notation);
    }
}
