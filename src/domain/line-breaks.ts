/** Signs by which text is broken into lines, for every renderer: as they stand within the brackets of an expression. */

/** Begin no line: they hang over the end of the one before. */
export const CLOSING = '，。、；：！？）》〉”’］】〕)\\]}';
/** End no line. */
export const OPENING = '（《〈“‘［【〔(\\[{';
/** Says where a line may break and is not seen. */
export const ZERO_WIDTH_SPACE = '\u200b';
