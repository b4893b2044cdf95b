import { expect, it } from 'vitest';
import { nearMiss } from '../../../src/analysis/invest/near-miss.ts';

const known = ['hydrogen', 'valve', 'battery', 'car', 'cable', '阀门', '冷库', '工业炉', '机器人', '工业机器人'];

it.each([
  ['hydrogn', 'hydrogen'],
  ['valv', 'valve'],
  ['batteri', 'battery'],
  // Two edits of seven letters; of four letters two would be another word.
  ['hidrogin', 'hydrogen'],
  ['vale', 'valve'],
  ['volt', null],
  // Three letters are too few for any.
  ['cat', null],
  // The first letter is wrong, and no more than that.
  ['galve', 'valve'],
  ['hable', 'cable'],
])('English: %s → %s', (word, near) => {
  expect(nearMiss(word, known)).toBe(near);
});

it.each([
  ['伐门', '阀门'],
  // What it is stands last: another cold thing is no cold store.
  ['冷却', null],
  ['机气人', '机器人'],
  ['大机气人厂', '大机器人厂'],
  // The longest that is near, wherever it stands among the known ones.
  ['工业机气人', '工业机器人'],
  ['土豆', null],
])('Chinese: %s → %s', (word, near) => {
  expect(nearMiss(word, known)).toBe(near);
});
