/** What was edited, with the way back: immutable, for anything that is replaced as a whole. Pure. */

export interface EditHistory<T extends object> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last edit was about: the next one of the same name joins it. Null joins nothing. */
  readonly edited: string | null;
}

/** Steps that are kept; older ones are forgotten. */
export const MOST_STEPS = 200;

export function newHistory<T extends object>(present: T): EditHistory<T> {
  return { past: [], present, future: [], edited: null };
}

/**
 * A further edit. What was undone is given up.
 *
 * @param edited names a run of edits that is one step, as the typing in one field; null is a step of its own
 */
export function edit<T extends object>(history: EditHistory<T>, next: T, edited: string | null = null): EditHistory<T> {
  if (next === history.present) return history;
  if (edited !== null && edited === history.edited) return { ...history, present: next, future: [] };
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [], edited };
}

/** Ends a run, so that the next edit of the same name is a step of its own. */
export function settle<T extends object>(history: EditHistory<T>): EditHistory<T> {
  return history.edited === null ? history : { ...history, edited: null };
}

export function undo<T extends object>(history: EditHistory<T>): EditHistory<T> {
  const [present] = history.past.slice(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], edited: null };
}

export function redo<T extends object>(history: EditHistory<T>): EditHistory<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, edited: null };
}
