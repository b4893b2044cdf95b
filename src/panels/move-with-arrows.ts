/** Keys within a long list of buttons. */

/** Up and down move between rows, Home and End to the ends; Tab leaves the row. */
export function moveWithArrows(
  event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  list: string,
  row: string,
): void {
  const rows = [...(event.currentTarget.closest(list)?.querySelectorAll<HTMLElement>(row) ?? [])];
  const at = rows.indexOf(event.currentTarget);
  if (at < 0) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus();
}
