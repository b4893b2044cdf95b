/** The words beside the rows of the shown sets, for the map: made again only when what they come from has changed. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { ALL_UP_TO, type LabelView, type RowLabel, rowLabels } from '../../analysis/row-labels.ts';
import type { RowLabelling } from '../../domain/set-look.ts';
import type { ImportedSet } from './imported-set.ts';
import { sizesOf } from './set-counts.ts';

interface Made {
  readonly key: string;
  readonly rows: Uint32Array | undefined;
  readonly set: ImportedSet['set'];
  readonly view: LabelView | null;
  readonly labels: readonly RowLabel[];
}

/** Sets that are drawn row by row and have words. */
const labelledBy = ({ look }: ImportedSet): RowLabelling | null =>
  look.display === 'points' ? (look.labelBy ?? null) : null;

type Known = Map<string, Made>;

function madeOf(made: Known, item: ImportedSet, labelBy: RowLabelling, view: ReadonlySignal<LabelView | null>): Made {
  const { id, set, rows, look } = item;
  const key = JSON.stringify([labelBy, look.size, look.sizeBy ?? null]);
  // Few rows are the same in every view, so that a moving map uploads nothing for them.
  const at = (rows?.length ?? set.count) <= ALL_UP_TO ? null : view.value;
  const known = made.get(id);
  if (known !== undefined && known.key === key && known.rows === rows && known.set === set && known.view === at)
    return known;
  const px = sizesOf(set, look)?.px;
  const labels = rowLabels({ set, rows, labelBy, pxOf: (row) => px?.[row] ?? look.size }, at);
  const now: Made = { key, rows, set, view: at, labels };
  made.set(id, now);
  return now;
}

/** Words beside the rows of one set, shown or not; the last answer of each is kept. */
export function createLabelsOf(view: ReadonlySignal<LabelView | null>): (item: ImportedSet) => readonly RowLabel[] {
  const made: Known = new Map();
  return (item) => {
    const labelBy = labelledBy(item);
    return labelBy === null ? [] : madeOf(made, item, labelBy, view).labels;
  };
}

/** @param visible the last on top: its words find room first */
export function createRowLabels(
  visible: ReadonlySignal<readonly ImportedSet[]>,
  view: ReadonlySignal<LabelView | null>,
): ReadonlySignal<readonly RowLabel[]> {
  const made: Known = new Map();
  let last: { readonly of: readonly Made[]; readonly labels: readonly RowLabel[] } = { of: [], labels: [] };
  return computed(() => {
    const of = [...visible.value].reverse().flatMap((item) => {
      const labelBy = labelledBy(item);
      return labelBy === null ? [] : [madeOf(made, item, labelBy, view)];
    });
    if (of.length !== last.of.length || of.some((each, i) => each !== last.of[i]))
      last = { of, labels: of.flatMap(({ labels }) => labels) };
    return last.labels;
  });
}
