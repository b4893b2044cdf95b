/** Keys within a long list of buttons, and within a row of tabs. */

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

/** Left and right go round the tabs, Home and End to the ends; what has the focus is chosen. Tab leaves the row. */
export function moveBetweenTabs(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const row = event.currentTarget.closest('[role="tablist"]');
  const tabs = [...(row?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  const at = tabs.indexOf(event.currentTarget);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const tab = tabs.at(next % tabs.length);
  tab?.focus();
  tab?.click();
}
