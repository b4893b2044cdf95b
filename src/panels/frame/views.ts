/** The views of the address: those that are read beside the map, and those that need its room. */
import type { MessageKey } from '../../i18n/index.ts';
import type { View } from '../../state/address/address.ts';

/** Tables too wide for the side: they stand over the map. */
const WIDE = ['units', 'targets', 'coverage', 'cross', 'table', 'method', 'compare', 'dossier'] as const;
export type WideViewId = (typeof WIDE)[number];

export function isWide(view: View | null): view is WideViewId {
  return WIDE.some((wide) => wide === view);
}

/** The views offered in the head, in order. */
export const VIEW_LINKS: readonly { readonly view: View; readonly label: MessageKey }[] = [
  { view: 'reader', label: 'reader' },
  { view: 'units', label: 'viewUnits' },
  { view: 'targets', label: 'viewTargets' },
  { view: 'coverage', label: 'viewCoverage' },
];
