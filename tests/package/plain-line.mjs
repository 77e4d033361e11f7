/** A single line without line breaks, bidirectional controls and invisible characters. */
export const PLAIN_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]+$/u;
