import { afterEach, expect, it, vi } from 'vitest';
import { OverMap } from '../../src/map/over-map.ts';

afterEach(() => vi.unstubAllGlobals());

it('what stands over a map is observed once, however often its size changes', () => {
  const observed: Element[] = [];
  let changed: () => void = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(call: () => void) {
        changed = call;
      }
      observe(element: Element) {
        observed.push(element);
      }
      disconnect() {}
    },
  );
  const [stage, map, bar] = ['div', 'div', 'div'].map((tag) => document.createElement(tag));
  if (stage === undefined || map === undefined || bar === undefined) throw new Error('no elements');
  stage.append(map, bar);
  const over = new OverMap(map, () => undefined);
  changed();
  changed();
  expect(observed).toEqual([map, bar]);
  over.stop();
});
