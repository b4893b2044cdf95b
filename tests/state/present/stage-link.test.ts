import { describe, expect, it, vi } from 'vitest';
import type { StageMessage } from '../../../src/domain/stage-message.ts';
import {
  notesName,
  notesToken,
  type OtherWindow,
  type OwnWindow,
  openLine,
  stageToken,
} from '../../../src/state/present/stage-link.ts';

const SITE = { origin: 'https://map.example', protocol: 'https:' };
const FILE = { origin: 'file://', protocol: 'file:' };

/** Two windows that hear one another. `from` is what the browser says of a message's origin. */
function windows(location: OwnWindow['location'], from = location.origin) {
  const make = (name: string) => {
    const listeners = new Set<(event: MessageEvent) => void>();
    const own: OwnWindow = {
      name,
      location,
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
    };
    return {
      own,
      hear: (event: MessageEvent) => {
        for (const listener of listeners) listener(event);
      },
    };
  };
  const [stage, notes] = [make(''), make('')];
  const sent: string[] = [];
  const remote = (to: typeof stage, source: () => OtherWindow): OtherWindow => ({
    closed: false,
    postMessage(data, target) {
      sent.push(target);
      const event = new MessageEvent('message', { data, origin: from });
      Object.defineProperty(event, 'source', { value: source() });
      to.hear(event);
    },
  });
  const toStage: OtherWindow = remote(stage, () => toNotes);
  const toNotes: OtherWindow = remote(notes, () => toStage);
  return { stage: stage.own, notes: notes.own, toStage, toNotes, sent, heard: stage.hear };
}

const hello = { kind: 'hello', since: null } as const;

describe('the tokens', () => {
  it('live in the names of the windows, so that a reload keeps them', () => {
    const own = { name: '' };
    const token = stageToken(own, () => 'abcdefgh');
    expect(stageToken(own, () => 'another')).toBe(token);
    expect(notesToken({ name: notesName(token) })).toBe(token);
    expect(notesToken({ name: 'something else' })).toBeNull();
  });
});

describe.each([
  ['from a server', SITE, 'https://map.example', 'https://map.example'],
  ['from a file', FILE, 'null', '*'],
])('the line %s', (_, location, origin, target) => {
  it('is adopted by a stage that knows nobody, and carries both ways', () => {
    const w = windows(location, origin);
    let known: OtherWindow | null = null;
    const atStage: StageMessage[] = [];
    const atNotes: StageMessage[] = [];
    const stage = openLine(
      w.stage,
      'abcdefgh',
      () => known,
      (source) => (known = source),
      (m) => atStage.push(m),
    );
    const notes = openLine(
      w.notes,
      'abcdefgh',
      () => w.toStage,
      null,
      (m) => atNotes.push(m),
    );
    expect(stage.say({ kind: 'bye' })).toBe(false);
    expect(notes.say(hello)).toBe(true);
    expect(atStage.map(({ kind }) => kind)).toEqual(['hello']);
    expect(stage.say({ kind: 'bye' })).toBe(true);
    expect(atNotes.map(({ kind }) => kind)).toEqual(['bye']);
    expect(new Set(w.sent)).toEqual(new Set([target]));
  });

  it('hears nobody without the token', () => {
    const w = windows(location, origin);
    const hear = vi.fn();
    openLine(w.stage, 'abcdefgh', () => null, vi.fn(), hear);
    openLine(w.notes, 'another-one', () => w.toStage, null, vi.fn()).say(hello);
    expect(hear).not.toHaveBeenCalled();
  });
});

describe('the line', () => {
  it('hears no other origin', () => {
    const w = windows(SITE, 'https://elsewhere.example');
    const hear = vi.fn();
    openLine(w.stage, 'abcdefgh', () => null, vi.fn(), hear);
    openLine(w.notes, 'abcdefgh', () => w.toStage, null, vi.fn()).say(hello);
    expect(hear).not.toHaveBeenCalled();
  });

  it('hears nothing that is not in the schema', () => {
    const w = windows(SITE);
    const hear = vi.fn();
    openLine(w.stage, 'abcdefgh', () => null, vi.fn(), hear);
    for (const data of [
      null,
      'next',
      { app: 'foshan-224-stage', token: 'abcdefgh', kind: 'command', command: { do: 'format' } },
      { app: 'foshan-224-stage', token: 'abcdefgh', kind: 'hello', since: null, extra: 1 },
    ])
      w.toStage.postMessage(data, '*');
    expect(hear).not.toHaveBeenCalled();
  });

  it('lets the presenter hear the window that opened it and no other', () => {
    const w = windows(SITE);
    const hear = vi.fn();
    const stranger: OtherWindow = { closed: false, postMessage: vi.fn() };
    openLine(w.notes, 'abcdefgh', () => stranger, null, hear);
    w.toNotes.postMessage({ app: 'foshan-224-stage', token: 'abcdefgh', kind: 'bye' }, '*');
    expect(hear).not.toHaveBeenCalled();
  });

  it('says nothing to a window that is closed, and hears nothing once it is closed itself', () => {
    const w = windows(SITE);
    const hear = vi.fn();
    const line = openLine(w.stage, 'abcdefgh', () => ({ ...w.toNotes, closed: true }), vi.fn(), hear);
    expect(line.say({ kind: 'bye' })).toBe(false);
    line.close();
    openLine(w.notes, 'abcdefgh', () => w.toStage, null, vi.fn()).say(hello);
    expect(hear).not.toHaveBeenCalled();
  });
});
