/** A name as names are compared: two records may not differ by blanks around it or by capitals alone. */
export const foldedName = (name: string): string => name.trim().toLowerCase();
