/** Which of the user's own sets the map shows: those in sight, or on the stage the one that a stop is about. */

import type { RowLabel } from '../../analysis/row-labels.ts';
import type { Stacks } from '../../analysis/stacks.ts';
import type { AppState } from '../app-state.ts';
import type { ImportedSet } from './imported-set.ts';

type Shown = Pick<AppState, 'imports' | 'present'>;

/** The last on top. A stop of a set shows that one, whether it is in sight in planning or not, and no other. */
export function shownSets({ imports, present }: Shown): readonly ImportedSet[] {
  const { value } = imports;
  if (value === null) return [];
  const asked = present.stopShow.value?.set ?? null;
  return asked === null ? value.visible.value : value.sets.value.filter(({ id }) => id === asked.id);
}

/** A set by its id; `pending` while the device is asked, `gone` where it has none. */
export function setHere({ imports }: Pick<AppState, 'imports'>, id: string): ImportedSet | 'pending' | 'gone' {
  const { value } = imports;
  if (value === null) return 'pending';
  return value.sets.value.find((item) => item.id === id) ?? (value.loading.value ? 'pending' : 'gone');
}

const NO_LABELS: readonly RowLabel[] = [];

/** Words beside the rows of those sets. */
export function shownLabels({ imports, present }: Shown): readonly RowLabel[] {
  const { value } = imports;
  const asked = present.stopShow.value?.set ?? null;
  if (value === null || asked === null) return value?.labels.value ?? NO_LABELS;
  const item = value.sets.value.find(({ id }) => id === asked.id);
  return item === undefined ? NO_LABELS : value.labelsOf(item);
}

/** Points with several rows. They are of all sets in sight in planning: of a stop's set only where that is all. */
export function shownStacks({ imports, present }: Shown): Stacks | undefined {
  const asked = present.stopShow.value?.set ?? null;
  const { value } = imports;
  if (asked !== null && value?.visible.value.some(({ id }) => id !== asked.id) === true) return undefined;
  return value?.stacks.counted.value;
}
