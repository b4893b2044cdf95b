/** Order and switch of sets on servers: nothing of their rows is kept, so that these two are kept beside the others. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { RemotePlaces } from '../../domain/schema/remote.ts';
import type { ImportedSet } from './imported-set.ts';

/** Sets of this device in their own order, and each of a server behind the one that it stood behind. */
export function inPlaces(
  local: readonly ImportedSet[],
  remote: readonly ImportedSet[],
  { order }: RemotePlaces,
): ImportedSet[] {
  const all = [...local];
  const place = ({ id }: ImportedSet) => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  for (const item of [...remote].sort((a, b) => place(a) - place(b))) {
    const at = order.indexOf(item.id);
    const before = order
      .slice(0, Math.max(0, at))
      .reverse()
      .find((id) => all.some((each) => each.id === id));
    if (at < 0) all.push(item);
    else all.splice(all.findIndex(({ id }) => id === before) + 1, 0, item);
  }
  return all;
}

interface Shown {
  readonly sets: ReadonlySignal<readonly ImportedSet[]>;
  readonly loading: ReadonlySignal<boolean>;
}

/** Keeps both as they change. Returns what ends it. */
export function keepPlaces({ sets, loading }: Shown, write: (places: RemotePlaces) => unknown): () => void {
  let last = '';
  return effect(() => {
    if (loading.value) return;
    const remote = sets.value.filter((item) => item.remote !== undefined);
    const places: RemotePlaces = {
      order: remote.length === 0 ? [] : sets.value.map(({ id }) => id),
      hidden: remote.filter(({ look }) => !look.visible).map(({ id }) => id),
    };
    const now = JSON.stringify(places);
    // Every view of the map changes the rows.
    if (now === last) return;
    last = now;
    write(places);
  });
}
