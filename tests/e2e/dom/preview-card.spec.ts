/** What links to the page show: the build of this project was told where it will be. */
import { readFile } from 'node:fs/promises';
import { CLUSTER_COLOURS } from '../../../src/domain/colours.ts';
import { expect, test } from '../fixtures.ts';
import { shareIn } from '../pixels.ts';

test('a build that knows its address names a picture of the city for links, in the colours of its sites', async ({
  build,
  app,
  page,
}) => {
  const html = await readFile(`${build}/index.html`, 'utf8');
  const said = (property: string) => new RegExp(`(?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1];
  expect(said('og:url')).toBe('https://maps.example/foshan/');
  expect(said('twitter:card')).toBe('summary_large_image');
  expect(said('og:title')).toBe('佛山“2+2+4”产业集群地图 · Foshan 2+2+4: industrial clusters on the map');
  const [, file = ''] = /^https:\/\/maps\.example\/foshan\/(assets\/.+\.png)$/.exec(said('og:image') ?? '') ?? [];
  expect(said('twitter:image')).toBe(said('og:image'));
  const png = await readFile(`${build}/${file}`);
  // Its head: the signature, and width and height in the first chunk.
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect([said('og:image:width'), said('og:image:height')]).toEqual(['1200', '630']);
  await app.open();
  for (const [cluster, colour] of Object.entries(CLUSTER_COLOURS.light))
    expect(await shareIn(page, png, colour), cluster).toBeGreaterThan(0.0002);
  // Nobody's device keeps it for use without the server.
  expect(await readFile(`${build}/sw.js`, 'utf8')).not.toContain(file);
});
