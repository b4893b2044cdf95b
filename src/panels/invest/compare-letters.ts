/** The compared, in their order, on map, list and table. */
export const LETTERS = 'ABCD';
