/** Null where the text is no whole address. `URL.canParse` is younger than the oldest browsers that the page runs on. */
export function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
