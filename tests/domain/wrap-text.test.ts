import { expect, it } from 'vitest';
import { wrapText } from '../../src/domain/wrap-text.ts';

it('breaks Chinese anywhere and English at blanks', () => {
  expect(wrapText('佛山市人民政府', 3, (text) => text.length)).toEqual(['佛山市', '人民政', '府']);
  expect(wrapText('佛山市，南海区', 3, (text) => text.length)).toEqual(['佛山市，', '南海区']);
  expect(wrapText('the city of Foshan', 8, (text) => text.length)).toEqual(['the city', 'of', 'Foshan']);
});
