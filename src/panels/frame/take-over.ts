/** How the app draws itself over the panels that the page is served with: whole, and where one was reading. */

/**
 * @param root that still holds what was served
 * @returns to be called when the app stands there instead
 */
export function keepReading(root: HTMLElement): () => void {
  const find = (selector: string): HTMLElement | null => root.querySelector(selector);
  const scrolled = ['.legend', '.list-scroll', '.detail'].map((box) => [box, find(box)?.scrollTop ?? 0] as const);
  // A row is a link before it is a button.
  const focused = document.activeElement?.getAttribute('data-site');
  return () => {
    for (const [box, top] of scrolled) if (top > 0) find(box)?.scrollTo(0, top);
    if (typeof focused === 'string') find(`.list-row[data-site="${focused}"]`)?.focus();
  };
}
