/** Lists whose rows stand on one another, through the importer: as many stand there as the file holds. */
import { expect, test } from 'vitest';
import { stacksOf } from '../../../src/analysis/stacks.ts';
import { caseFile } from './firms.ts';
import { imported } from './helpers.ts';

test('rows that state only their district stand on its point, counted apart for each district', async () => {
  const { set, receipt } = await imported(caseFile('district-stack.csv'), 'district-stack.csv');
  expect(receipt.placedBy).toMatchObject({ coordinates: 0, district: set.count });
  const { counts } = stacksOf([{ set, rows: undefined }]);
  const inFile = [...(await caseFile('district-stack.csv').text()).matchAll(/,(禅城区|南海区),/g)].map(
    ([, name]) => name,
  );
  const byHand = ['禅城区', '南海区'].map((name) => inFile.filter((each) => each === name).length);
  expect([...counts].sort()).toEqual(byHand.sort());
  expect(inFile).toHaveLength(set.count);
});

test('a table within an archive lies where its one row says', async () => {
  const { set } = await imported(caseFile('csv-in.zip'), 'csv-in.zip');
  expect(set.positions[0]).toBeCloseTo(113.1, 9);
  expect(set.positions[1]).toBeCloseTo(23, 9);
});
