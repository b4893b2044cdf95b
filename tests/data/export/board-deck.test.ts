/** The slides of a pack: words and tables as what PowerPoint can edit, on every slide the mark and the letterhead. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { BOARD, boardDeckBytes } from '../../../src/data/export/board-deck.ts';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

it('writes a slide a page, with a table that can be edited, a picture with its words, mark and letterhead', async () => {
  const bytes = await boardDeckBytes({
    ...{ title: 'Where to build', lang: 'zh-Hans', letterhead: { name: 'Acme', logo: PIXEL } },
    ...{ foot: 'data of today', mark: '内部参考' },
    slides: [
      {
        title: '结论',
        parts: [{ kind: 'words', box: BOARD, points: 14, lines: [{ text: '没有胜者', form: 'item' }] }],
      },
      {
        title: 'B & <b>',
        parts: [
          {
            kind: 'table',
            box: BOARD,
            points: 10,
            widths: [1, 2],
            rows: [
              ['Rank', 'Name'],
              ['1', '仙湖'],
            ],
          },
          { kind: 'picture', box: BOARD, picture: { data: PIXEL, alt: 'a map' } },
        ],
      },
    ],
  });
  const files = unzipSync(bytes);
  const slides = [1, 2].map((n) => strFromU8(files[`ppt/slides/slide${n}.xml`] ?? new Uint8Array()));
  for (const slide of slides) {
    expect(slide).toContain('内部参考');
    expect(slide).toContain('Acme');
    expect(slide).toContain('Microsoft YaHei');
  }
  expect(slides[0]).toContain('没有胜者');
  expect(slides[1]).toContain('<a:tbl>');
  expect(slides[1]).toContain('仙湖');
  expect(slides[1]).toContain('B &amp; &lt;b&gt;');
  expect(slides[1]).toContain('a map');
});
