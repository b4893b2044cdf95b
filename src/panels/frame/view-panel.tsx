/** A view of the address, beside the map. */
import type { View } from '../../state/address/views.ts';
import { VIEW_ROWS } from './views.ts';

export function ViewPanel({ view }: { readonly view: View }) {
  const { Panel } = VIEW_ROWS[view];
  return <Panel />;
}
