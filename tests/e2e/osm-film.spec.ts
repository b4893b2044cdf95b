import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { catchFrame, film, sharesInFrame, tourAt } from './filmed.ts';
import { expect, test } from './fixtures.ts';

test.use({ build: 'dist-test-osm' });

test('the tiles of an OpenStreetMap file are in the film of a tour', async ({ app, page }) => {
  // A film is drawn frame by frame: on a busy machine that takes minutes.
  test.slow();
  const { water, industrial } = BASE_COLOURS.light;
  await catchFrame(page);
  await app.open(`mode=present&t=${tourAt(13, 22.835, 113.23)}`);
  await film(page);
  const [rivers = 0, works = 0] = await sharesInFrame(page, [water, industrial], 6);
  expect(rivers).toBeGreaterThan(0.01);
  expect(works).toBeGreaterThan(0.005);
});
