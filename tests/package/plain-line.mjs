/** One line, in which nothing breaks it, turns it around or cannot be seen, as Unicode has it. */
export const PLAIN_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]+$/u;
