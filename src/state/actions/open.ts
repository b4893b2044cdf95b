/** What opens and closes things. Opening one closes what was open; nothing open is the start page. */
import { batch } from '@preact/signals';
import type { ThingRef } from '../../domain/things.ts';
import type { Address, ModeId, Selection } from '../address/keys.ts';
import { RECORDS } from '../address/plan-address.ts';
import { documentOf, existingClause, existingSentence, selectionsOf } from '../address/resolve.ts';
import { isOfDocument, type View } from '../address/views.ts';
import type { Slices } from './slices.ts';

const NOTHING: Partial<Address> = { selections: [], clause: null, sentence: null, view: null, cross: null };

export function openActions({ base, address, page, opened, plan, corrections }: Slices) {
  function open(what: Partial<Address>): void {
    batch(() => {
      plan.stopDrawing();
      opened.setFollowed(null);
      address.change({ ...NOTHING, ...what });
      if (page.signals.sheet.peek() === 'peek') page.actions.setSheet('half');
    });
  }
  const actions = {
    select(next: ThingRef<Selection['entity']> | null) {
      batch(() => {
        corrections.stopEditing();
        open({ selections: selectionsOf(corrections.shownBase(), next) });
      });
    },
    selectSite(id: string) {
      actions.select({ entity: 'site', id });
    },
    /** A clause of another document brings that document with it. */
    openClause(id: string | null, sentenceNumber: number | null = null) {
      const clause = existingClause(base, id);
      open({
        clause,
        doc: documentOf(base, clause, address.whole.peek().doc),
        sentence: existingSentence(base, clause, sentenceNumber),
        view: clause === null ? null : 'reader',
      });
    },
    /** Reading on has reached a clause: it becomes the chosen one, without a step in the history. */
    followClause(id: string) {
      if (address.whole.peek().clause === id) return;
      const clause = existingClause(base, id);
      batch(() => {
        address.change({ clause, sentence: null, view: 'reader', cross: null });
        opened.setFollowed(clause);
      });
    },
    setFollowing: opened.setFollowing,
    /** Shows another document: in the table that is open, else in the reader. */
    openDocument(docId: string) {
      const view = opened.signals.view.peek();
      open({ view: isOfDocument(view) ? view : 'reader', doc: documentOf(base, null, docId) });
    },
    openView(view: View | null) {
      if (view === 'cross') return open({ cross: plan.cross.peek() });
      batch(() => {
        open({ view });
        // An empty panel says little: it opens with what is always there.
        if (view === 'shade' && plan.shade.peek() === null && plan.ownShade.peek() === null)
          plan.setShade({ key: RECORDS, year: null, method: 'natural' });
      });
    },
    /** The page to print about one site, or, without one, about the shortlist. */
    openDossier(id: string | null) {
      open({
        view: 'dossier',
        selections: selectionsOf(corrections.shownBase(), id === null ? null : { entity: 'site', id }),
      });
    },
    /** One step back out: what is open closes, and at last the start page shows. */
    close() {
      if (plan.stopDrawing()) return;
      batch(() => {
        if (opened.signals.isAsking.peek()) address.change({ ask: null });
        actions.select(null);
      });
    },
    /** Another way to use the same map: what is open closes, what was chosen and filtered stays. */
    setMode(mode: ModeId) {
      open({ mode });
    },
  };
  return actions;
}
