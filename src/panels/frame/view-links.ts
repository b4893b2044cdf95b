/** The views offered in the head, in order. */
import type { MessageKey } from '../../i18n/index.ts';
import type { View } from '../../state/address/views.ts';

export const VIEW_LINKS: readonly { readonly view: View; readonly label: MessageKey }[] = [
  { view: 'reader', label: 'reader' },
  { view: 'units', label: 'viewUnits' },
  { view: 'targets', label: 'viewTargets' },
  { view: 'coverage', label: 'viewCoverage' },
  // Beside the button that copies the link.
  { view: 'embed', label: 'embed' },
];
