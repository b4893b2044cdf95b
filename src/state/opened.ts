/** What is open beside or over the map: a selection, a place in a document, a view. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Base } from '../domain/base.ts';
import type { Policy } from '../domain/schema/policy.ts';
import type { Things } from '../domain/things.ts';
import type { Address, Selection } from './address/keys.ts';
import { documentOf } from './address/resolve.ts';
import type { View } from './address/views.ts';
import type { Held } from './held.ts';

export function createOpened(base: Base, things: ReadonlySignal<Things>, address: Held<Address>) {
  const selections = address.part('selections');
  const clause = address.part('clause');
  const view = address.part('view');
  const doc = address.part('doc');
  const ask = address.part('ask');
  const cross = address.part('cross');
  const followed = signal<string | null>(null);
  const following = signal(false);
  const selection = computed<Selection | null>(() => selections.value[0] ?? null);
  const openView = computed<View | null>(() => (cross.value === null ? view.value : 'cross'));
  /** The document that is shown. */
  const policy: ReadonlySignal<Policy> = computed(
    () => base.policies.find((p) => p.docId === doc.value) ?? base.policy,
  );
  const shownFollowed: ReadonlySignal<string | null> = followed;
  const shownFollowing: ReadonlySignal<boolean> = following;
  return {
    signals: {
      selection,
      clause,
      sentence: address.part('sentence'),
      view: openView,
      policy,
      /** The clause that reading on has reached, as against one that was chosen. */
      followed: shownFollowed,
      /** Whether reading on moves the highlight along. A habit of the reader, not part of what a link shows. */
      following: shownFollowing,
      /** True where the panel of questions shows. */
      isAsking: computed(
        () =>
          selection.value === null &&
          clause.value === null &&
          (openView.value === 'ask' || (openView.value === null && ask.value !== null)),
      ),
      /** The document of a clause, whichever is shown. */
      policyOf: (clauseId: string): Policy => things.value.clause.get(clauseId)?.policy ?? policy.value,
      /** What the address says of a clause's document: null is the home document. */
      docOf: (clauseId: string): string | null => documentOf(base, clauseId, null),
    },
    setFollowed(clauseId: string | null) {
      followed.value = clauseId;
    },
    setFollowing(on: boolean) {
      following.value = on;
    },
  };
}
