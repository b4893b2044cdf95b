/** One's own shortlist, and another's from a link: nothing of one's own is lost without a word. */
import { batch, signal } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeptShortlist, ShortlistStore } from '../../../src/data/device/shortlist-store.ts';
import { createShortlist, packNotes, type Shortlist } from '../../../src/state/invest/shortlist.ts';

/** A device in memory that can be looked into. */
function device(content: KeptShortlist = { ids: [], notes: {} }, keeps = true) {
  const kept = { ...content };
  let changed = () => {};
  const store: ShortlistStore = {
    read: () => ({ value: kept, aside: [], keeps }),
    write: (next) => {
      if (keeps) Object.assign(kept, next);
      return keeps;
    },
    onChange: (listener) => {
      changed = listener;
    },
  };
  return {
    kept,
    store,
    otherWindow(next: KeptShortlist) {
      Object.assign(kept, next);
      changed();
    },
  };
}

const lists: Shortlist[] = [];
afterEach(() => {
  for (const list of lists.splice(0)) list.stop();
});
function open(address: readonly string[], on = device(), sent: string | null = null) {
  const shown = signal(address);
  const noted = signal(sent);
  const show = (ids: readonly string[], packed: string | null) =>
    batch(() => {
      shown.value = ids;
      noted.value = packed;
    });
  const list = createShortlist({ shown, noted, show }, on.store);
  lists.push(list);
  return { shown, noted, list, kept: on.kept };
}

describe('one’s own list', () => {
  it('is that of the device where the address has none, and then stands in the address', () => {
    const { shown, list } = open([], device({ ids: ['a', 'b'], notes: {} }));
    expect(shown.value).toEqual(['a', 'b']);
    expect(list.foreign.value).toBeNull();
  });

  it('takes candidates once each, moves and removes them, and is kept at every step', () => {
    const { shown, list, kept } = open([]);
    for (const id of ['a', 'b', 'c', 'a']) expect(list.add(id)).toBe(true);
    list.move('c', -1);
    list.move('a', -1);
    expect(shown.value).toEqual(['a', 'c', 'b']);
    list.remove('a');
    expect(kept.ids).toEqual(['c', 'b']);
    expect(shown.value).toEqual(['c', 'b']);
  });

  it('holds thirty at most', () => {
    const { list } = open(Array.from({ length: 30 }, (_, n) => `site-${n}`));
    expect(list.add('one-more')).toBe(false);
    expect(list.own.value).toHaveLength(30);
  });

  it('keeps a note on the device alone, also when its candidate leaves', () => {
    const { shown, list, kept } = open(['a']);
    list.setNote('a', '电话联系');
    list.remove('a');
    expect(kept.notes).toEqual({ a: '电话联系' });
    expect(shown.value).toEqual([]);
    list.setNote('a', '  ');
    expect(kept.notes).toEqual({});
  });

  it('works in memory where the device keeps nothing, and says so', () => {
    const { list, shown } = open([], device(undefined, false));
    list.add('a');
    expect(list.kept.value).toBe(false);
    expect(shown.value).toEqual(['a']);
  });

  it('follows another window', () => {
    const on = device();
    const { shown } = open([], on);
    on.otherWindow({ ids: ['x'], notes: {} });
    expect(shown.value).toEqual(['x']);
  });

  it('is not undone by going back in the history, nor emptied by an address without a list', () => {
    const { shown, list } = open([]);
    list.add('a');
    list.add('b');
    shown.value = ['a'];
    expect(shown.value).toEqual(['a', 'b']);
    shown.value = [];
    expect(shown.value).toEqual(['a', 'b']);
    expect(list.foreign.value).toBeNull();
  });
});

describe('the list of a link', () => {
  const mine = () => device({ ids: ['a', 'b'], notes: { a: 'n' } });

  it('becomes one’s own where there is none', () => {
    const { list, kept } = open(['x', 'y']);
    expect(list.own.value).toEqual(['x', 'y']);
    expect(kept.ids).toEqual(['x', 'y']);
  });

  it('is only looked at where there is one’s own', () => {
    const { list, shown, kept } = open(['x', 'b'], mine());
    expect(list.foreign.value).toEqual(['x', 'b']);
    expect(shown.value).toEqual(['x', 'b']);
    list.look();
    expect(list.looking.value).toBe(true);
    expect(kept.ids).toEqual(['a', 'b']);
    list.showOwn();
    expect(shown.value).toEqual(['a', 'b']);
  });

  it('is added after one’s own, each once', () => {
    const { list, shown, kept } = open(['x', 'b'], mine());
    expect(list.merge()).toBe(0);
    expect(kept).toEqual({ ids: ['a', 'b', 'x'], notes: { a: 'n' } });
    expect(shown.value).toEqual(['a', 'b', 'x']);
    expect(list.foreign.value).toBeNull();
  });

  it('takes the place of one’s own when asked to, and leaves the notes', () => {
    const { list, shown, kept } = open(['x'], mine());
    list.replace();
    expect(kept).toEqual({ ids: ['x'], notes: { a: 'n' } });
    expect(shown.value).toEqual(['x']);
  });

  it('says how many found no room', () => {
    const many = Array.from({ length: 30 }, (_, n) => `site-${n}`);
    const { list } = open(many, mine());
    expect(list.merge()).toBe(2);
    expect(list.own.value).toHaveLength(30);
  });

  it('leaves what the buttons change to one’s own list', () => {
    const { list, shown, kept } = open(['x'], mine());
    list.add('c');
    expect(kept.ids).toEqual(['a', 'b', 'c']);
    expect(shown.value).toEqual(['x']);
  });

  it('that comes while the page is open is asked about too', () => {
    const { list, shown } = open([], mine());
    shown.value = ['z'];
    expect(list.foreign.value).toEqual(['z']);
  });

  it('that is one’s own is no link of somebody’s', () => {
    expect(open(['a', 'b'], mine()).list.foreign.value).toBeNull();
  });
});

describe('notes that come along', () => {
  const mine = () => device({ ids: ['a'], notes: { a: 'mine' } });
  const sent = packNotes({ a: 'theirs', b: 'new' });

  it('are shown apart and change nothing until it is said what to do with them', () => {
    const { list, noted } = open(['a', 'b'], mine(), sent);
    expect(list.theirNotes.value).toEqual({ a: 'theirs', b: 'new' });
    expect(list.notes.value).toEqual({ a: 'mine' });
    list.showOwn();
    expect([list.theirNotes.value, list.notes.value, noted.value]).toEqual([{}, { a: 'mine' }, null]);
  });

  it('stand behind one’s own where the list is added, and in their place where it is replaced', () => {
    const added = open(['a', 'b'], mine(), sent);
    added.list.merge();
    expect(added.kept.notes).toEqual({ a: 'mine\ntheirs', b: 'new' });
    expect(added.noted.value).toBeNull();
    const replaced = open(['b', 'a'], mine(), sent);
    replaced.list.replace();
    expect(replaced.kept).toMatchObject({ ids: ['b', 'a'], notes: { a: 'theirs', b: 'new' } });
  });

  it('come with a list that is one’s own too, and are one’s own at once where there was nothing', () => {
    expect(open(['a'], mine(), sent).list.foreign.value).toEqual(['a']);
    const fresh = open(['a', 'b'], device(), sent);
    expect(fresh.list.foreign.value).toBeNull();
    expect(fresh.kept.notes).toEqual({ a: 'theirs', b: 'new' });
  });

  it('that are damaged are none, and the list is there', () => {
    const { list } = open(['b'], mine(), 'not-packed-at-all');
    expect([list.foreign.value, list.theirNotes.value]).toEqual([['b'], {}]);
  });

  it('come from a file as from a link', () => {
    const { list, shown } = open([], mine());
    list.offer({ ids: ['b'], notes: { b: 'new' } });
    expect([list.foreign.value, list.theirNotes.value, shown.value]).toEqual([['b'], { b: 'new' }, ['b']]);
    list.merge();
    expect(list.notes.value).toEqual({ a: 'mine', b: 'new' });
  });
});
