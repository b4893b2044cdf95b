import { HOSTILE_WORDS } from '../../fixtures/hostile/words.ts';
import { test } from '../fixtures.ts';
import { settled } from '../settled.ts';
import { expectWords } from '../words.ts';

const { html, turned } = HOSTILE_WORDS;

test('every view of the address opens without a fault, also with words of strangers in it', async ({ app, page }) => {
  const words = encodeURIComponent(`${html}${turned}`);
  for (const hash of [
    `q=${words}`,
    `site=${words}&clause=${words}&doc=${words}&base=${words}`,
    ...['reader', 'units', 'targets', 'coverage', 'corrections', 'shade', 'export', 'data'].map(
      (view) => `view=${view}&lang=en&theme=dark`,
    ),
    'ask=district:chancheng',
    'cross=cluster.district',
    'view=shade&shade=records',
  ]) {
    await page.goto('about:blank');
    await app.open(hash);
    await settled(page);
    await expectWords(page);
  }
});
