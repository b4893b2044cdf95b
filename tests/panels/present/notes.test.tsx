import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notesEnd } from '../../../src/panels/present/notes/notes-end.ts';
import Stage from '../../../src/panels/present/stage.tsx';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import type { OtherWindow, OwnWindow } from '../../../src/state/present/stage-link.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { tourOf } from '../../fixtures/tour.ts';

const TOKEN = 'a-token-of-the-stage';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The presenter's window with a stage that answers as long as it is `there`. */
function line(hash = 'mode=present&tour=overview&stop=1&display=notes') {
  const app = makeApp(hash);
  const presentation = presentationOf(app);
  const listeners = new Set<(event: MessageEvent) => void>();
  const own: OwnWindow = {
    name: `foshan-notes-${TOKEN}`,
    location: { origin: 'https://map.example', protocol: 'https:' },
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  };
  const stage = {
    closed: false,
    there: true,
    index: 0,
    year: null as number | null,
    since: 1000,
    said: [] as unknown[],
  };
  const answer = () => {
    const event = new MessageEvent('message', {
      origin: 'https://map.example',
      data: {
        app: 'foshan-224-stage',
        token: TOKEN,
        kind: 'place',
        tour: presentation.builtIn.value.overview,
        index: stage.index,
        playing: false,
        loop: false,
        screen: 'map',
        flying: false,
        year: stage.year,
        since: stage.since,
      },
    });
    Object.defineProperty(event, 'source', { value: opener });
    for (const listener of listeners) listener(event);
  };
  const opener: OtherWindow = {
    get closed() {
      return stage.closed;
    },
    postMessage(message) {
      stage.said.push(message);
      if (stage.there) answer();
    },
  };
  const end = notesEnd(presentation, own, opener);
  return { app, end, stage, playback: presentation.playback };
}

describe('the presenter’s end of the line', () => {
  it('is linked by the first answer, and stands where the stage does', () => {
    const { end, playback } = line();
    expect(end.status.value).toBe('linked');
    expect(playback.stop.value?.id).toBe('all');
    end.close();
  });

  it('follows the stage, and sends what is pressed', () => {
    const { end, stage, playback } = line();
    stage.index = 3;
    end.send({ do: 'next' });
    expect(stage.said.at(-1)).toMatchObject({ kind: 'command', command: { do: 'next' } });
    expect(playback.stop.value?.id).toBe('cluster-auto');
    end.close();
  });

  it('knows the year that the stage’s slider stands at', async () => {
    const { end, stage } = line();
    expect(end.year.value).toBeNull();
    stage.year = 2021;
    await vi.advanceTimersByTimeAsync(1000);
    expect(end.year.value).toBe(2021);
    end.close();
  });

  it('waits while the stage is reloaded, keeps the place, and takes it up again', async () => {
    const { end, stage, playback } = line();
    stage.index = 4;
    await vi.advanceTimersByTimeAsync(1000);
    stage.there = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(end.status.value).toBe('waiting');
    expect(playback.state.value.index).toBe(4);
    stage.there = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(end.status.value).toBe('linked');
    end.close();
  });

  it('says when the stage is closed, and goes on alone', async () => {
    const { end, stage, playback } = line();
    stage.closed = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(end.status.value).toBe('gone');
    end.send({ do: 'next' });
    expect(playback.state.value.index).toBe(1);
    end.close();
  });

  it('keeps the clock over a reload of the stage, and starts it anew when asked', async () => {
    const { end, stage } = line();
    await vi.advanceTimersByTimeAsync(1000);
    expect(stage.said.at(-1)).toMatchObject({ kind: 'hello', since: 1000 });
    end.resetClock();
    expect(stage.said.at(-1)).toMatchObject({ kind: 'clock' });
    end.close();
  });
});

describe('the presenter’s window', () => {
  const open = (hash = 'mode=present&tour=overview&stop=4&display=notes') => {
    const app = makeApp(hash);
    renderIn(app, <Stage />);
    return app;
  };

  it('shows this stop, the next one, the notes and every stop', () => {
    open();
    expect(words(screen.getByRole('region', { name: '这一站' }))).toContain('汽车及新能源');
    expect(words(screen.getByRole('region', { name: '下一站' }))).toContain('军民融合及电子信息');
    const notes = words(screen.getByRole('region', { name: '备注' }));
    expect(notes).toContain('接下来：军民融合及电子信息。');
    // What they stand on is apart, behind what is said.
    expect(notes.indexOf('来源和说明')).toBeGreaterThan(notes.indexOf('接下来'));
    expect(notes.indexOf('“到2026年')).toBeGreaterThan(notes.indexOf('来源和说明'));
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    expect(words(screen.getByRole('status'))).toContain('没有演示窗口');
  });

  it('moves by itself where there is no stage: keys, list and buttons', async () => {
    const app = open();
    await act(() => void fireEvent.keyDown(document, { key: 'PageDown' }));
    expect(app.state.present.stop.value).toBe(5);
    await act(() => screen.getByRole('button', { name: /食品饮料/ }).click());
    expect(app.state.present.stop.value).toBe(8);
    await act(() => screen.getByRole('button', { name: '上一站' }).click());
    expect(app.state.present.stop.value).toBe(7);
  });

  it('says of a stop that is passed over that it is hidden', async () => {
    const app = makeApp('mode=present&display=notes');
    const { authoring } = presentationOf(app, memoryTours);
    await authoring.loaded;
    const tour = tourOf('a', 'b', 'c');
    authoring.open({ ...tour, stops: tour.stops.map((stop) => ({ ...stop, hidden: stop.id === 'b' })) });
    app.state.present.play('own-1');
    renderIn(app, <Stage />);
    expect(screen.getAllByRole('listitem').map(words)).toEqual(['1第 a 站', '2第 b 站（隐藏）', '3第 c 站']);
    expect(words(screen.getByRole('region', { name: '下一站' }))).toContain('第 c 站');
  });

  it('says that the last stop is the last', () => {
    open('mode=present&tour=overview&stop=12&display=notes');
    expect(words(screen.getByRole('region', { name: '下一站' }))).toBe('这是最后一站');
  });

  it('makes the notes larger, and remembers it', async () => {
    open();
    const size = () => document.querySelector<HTMLElement>('.notes-words')?.style.fontSize;
    const before = size();
    await act(() => screen.getByRole('button', { name: '备注放大' }).click());
    expect(Number.parseInt(size() ?? '', 10)).toBeGreaterThan(Number.parseInt(before ?? '', 10));
    expect(localStorage.length).toBe(1);
  });
});

describe.each([
  ['the stage', 'mode=present&tour=overview&stop=4'],
  ['the presenter’s window', 'mode=present&tour=overview&stop=4&display=notes'],
])('the keys of %s', (_, hash) => {
  const open = () => {
    const app = makeApp(hash);
    renderIn(app, <Stage />);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await act(() => void fireEvent.keyDown(document, { key }));
      return app.state.present.stop.value;
    };
    return { app, press };
  };

  it('go to a number with Enter, and forget one that is not finished', async () => {
    const { press } = open();
    expect(await press('1', '0', 'Enter')).toBe(10);
    expect(await press('3')).toBe(10);
    await act(async () => void (await vi.advanceTimersByTimeAsync(4100)));
    expect(await press('Enter')).toBe(10);
    expect(await press('3', 'Enter')).toBe(3);
  });

  it('leave single characters alone where they are switched off', async () => {
    const { app, press } = open();
    const { state } = presentationOf(app).playback;
    app.state.actions.useCharacterKeys(false);
    await press('b', '9', 'Enter');
    expect([state.value.screen, app.state.present.stop.value]).toEqual(['map', 4]);
    expect(await press('PageDown')).toBe(5);
    app.state.actions.useCharacterKeys(true);
    await press('b');
    expect(state.value.screen).toBe('black');
  });
});
