import { expect, it } from 'vitest';
import { legendShown } from '../../../src/panels/present/export/stop-text.ts';

it('the legend of a stop names classes as the stage does, without counting their symbols', () => {
  const sign = { form: 'dot', colour: '#000' } as const;
  const legend = [
    { key: 'auto', sign, label: '汽车及新能源 (9)', name: '汽车及新能源' },
    { key: 'set', sign, label: '我的数据 (3)' },
    { key: 'heading', sign: { form: 'none' } as const, label: '点' },
  ];
  expect(legendShown({ legend }).map(({ label }) => label)).toEqual(['汽车及新能源', '我的数据 (3)']);
});
