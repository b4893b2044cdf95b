import { expose, wrap } from 'comlink';
import { describe, expect, it } from 'vitest';
import { type ColumnWork, columnWork } from '../../../src/analysis/column-work.ts';
import { handed } from '../../../src/data/columns/handed.ts';

describe('the thread that works on columns', () => {
  it('says that it does not know a column, is given it, and has its order from then on', async () => {
    const { port1, port2 } = new MessageChannel();
    expose({ order: handed(columnWork.order) }, port1);
    const away = wrap<Pick<ColumnWork, 'order'>>(port2);
    const column = { kind: 'number', name: 'n', values: Float64Array.of(3, 1, 2) } as const;
    try {
      expect(await away.order(724, null, 3, undefined, false)).toBeNull();
      expect(await away.order(724, column, 3, undefined, false)).toEqual(Uint32Array.of(1, 2, 0));
      expect(await away.order(724, null, 3, undefined, true)).toEqual(Uint32Array.of(0, 2, 1));
    } finally {
      port1.close();
      port2.close();
    }
  });
});
