/** The title of a stop that was just added empty is written next: its field takes the focus, and comes into sight. */
export function writeTitle(): void {
  // The stop is there with the next picture.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.author-fields textarea')?.focus());
}
