/** The author's own sets that a stop can be about: those of this device, not a server's, whose rows come with the view. */
import type { AppState } from '../../../state/app-state.ts';
import type { NamedSet } from './chart-options.ts';

export function ownSets({ imports }: Pick<AppState, 'imports'>): readonly NamedSet[] {
  const { value } = imports;
  if (value === null) return [];
  return value.sets.value.filter(({ remote }) => remote === undefined).map(({ id, look }) => ({ id, name: look.name }));
}
