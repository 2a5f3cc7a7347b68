package kefu.inference.text;

/**
 * How much of which script a text has.
 *
 * @param han Chinese characters
 * @param words runs of at least two Latin letters that are no part of a number
 * @param foreign letters of other scripts
 * @param traditional characters of traditional texts alone
 * @param simplified characters of simplified texts alone
 */
record Script(int han, int words, int foreign, int traditional, int simplified) {

    static Script of(String text) {
        int[] n = new int[5];
        int letters = 0;
        boolean digits = false;
        int length = Math.min(text.length(), Normalise.LONGEST);
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (latin(c)) letters++;
            else if (Character.isDigit(c)) digits = true;
            else {
                if (letters >= 2 && !digits) n[1]++;
                letters = 0;
                digits = false;
                other(c, n);
            }
        }
        if (letters >= 2 && !digits) n[1]++;
        return new Script(n[0], n[1], n[2], n[3], n[4]);
    }

    private static void other(int c, int[] n) {
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
            n[0]++;
            if (Simplified.onlyTraditional(c)) n[3]++;
            if (Simplified.onlySimplified(c)) n[4]++;
        } else if (Character.isLetter(c)) n[2]++;
    }

    private static boolean latin(int c) {
        return c < 0x80
                ? (c | 32) >= 'a' && (c | 32) <= 'z'
                : Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
