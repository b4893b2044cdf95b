import { describe, expect, it } from 'vitest';
import { checkSharedWrites, foreignWrites } from '../../scripts/shared-writes.mjs';

const lines = (text: string) => foreignWrites('a.tsx', text);

describe('a signal of the state that is written elsewhere', () => {
  it.each([
    'state.notice.value = null;',
    'app.state.present.tour.value = tour.id;',
    'const { pinning } = state.plan; pinning.value = !pinning.value;',
    'const shown = state.filters; shown.value = next;',
    'const draft = corrections.draft; draft.value ??= {};',
    'presentationOf(app).playback.value = 1;',
    'import { on } from "./a"; on.value++;',
    'function f({ state }) { return () => (state.plan.ask.value = null); }',
  ])('is found: %s', (text) => {
    expect(lines(`\n${text}`)).toEqual([2]);
  });
});

describe('a signal of the file’s own', () => {
  it.each([
    'const open = useSignal(false); const close = () => (open.value = false);',
    'const since = signal<number>(0); since.value += 1;',
    'function Tools({ open }: { open: Signal<string> }) { open.value = "find"; }',
    'const read = state.notice.value;',
    'const at = { ...state.camera.value, zoom: 1 };',
  ])('is written as one likes: %s', (text) => {
    expect(lines(text)).toEqual([]);
  });

  it('is none of the fields of a form', () => {
    expect(lines('input.current.value = ""; (event) => { event.currentTarget.value = "1"; };')).toEqual([]);
  });
});

it('nothing outside src/state writes what is shared', () => {
  expect(checkSharedWrites()).toBe(0);
});
