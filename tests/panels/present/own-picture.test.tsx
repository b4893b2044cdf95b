import { afterEach, expect, it, vi } from 'vitest';
import { makeDeck } from '../../../src/panels/present/export/make-deck.ts';
import { paintStop } from '../../../src/panels/present/export/stop-frame.ts';
import type { DrawnStop } from '../../../src/panels/present/export/stop-painter.ts';
import { saidOf } from '../../../src/panels/present/said.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

/** Of a stop's map no more is asked for here than how large it is. */
type Drawn = Omit<DrawnStop, 'picture'> & { readonly picture: Partial<DrawnStop['picture']> };
const drawn = vi.hoisted(() => ({ stops: [] as Drawn[] }));
vi.mock('../../../src/panels/present/export/stop-painter.ts', () => ({
  async *drawnStops() {
    yield* drawn.stops;
  },
}));

const image = {
  data: 'data:image/png;base64,iVBORw0KGgo=',
  width: 800,
  height: 500,
  alt: { zh: '园区', en: 'A park' },
};
const STOP = stopOf('a', { image });
const TOUR = { ...tourOf(), stops: [STOP] };
const ABOUT: DrawnStop['about'] = {
  legend: [],
  bar: { metres: 1000, px: 100 },
  barLabel: '1公里',
  denominator: 100_000,
  shown: '',
  datum: '',
  version: '',
  sources: '',
  mark: '',
};

/** A canvas that takes everything and draws nothing. */
function canvasContext() {
  const drawImage = vi.fn();
  const nothing = () => ({ width: 10, addColorStop: () => undefined });
  return {
    drawImage,
    context: new Proxy(Object.create(null), { get: (_, key) => (key === 'drawImage' ? drawImage : nothing) }),
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('the picture of a stop stands in its PNG and in the frames of a film', () => {
  const app = makeApp('mode=present');
  const { context, drawImage } = canvasContext();
  const picture = document.createElement('canvas');
  const words = { sources: '', north: '', scaleNote: '' };
  const said = saidOf(app, TOUR, STOP);
  paintStop(
    context,
    { width: 1920, height: 1080 },
    { said, image: picture, about: ABOUT, words, bearing: null, shown: 1 },
  );
  expect(drawImage).toHaveBeenCalledTimes(1);
  const [source, , , width, height] = drawImage.mock.calls[0] ?? [];
  expect(source).toBe(picture);
  expect(width / height).toBeCloseTo(1.6, 1);
});

it('the picture of a stop has its place on the slide', async () => {
  const app = makeApp('mode=present');
  // Its code is drawn by paths, which the page of the tests has none of.
  vi.stubGlobal('Path2D', class {});
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(canvasContext().context);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,AAAA');
  const picture = { canvas: document.createElement('canvas'), width: 100, height: 100, pixelRatio: 1, bearing: 0 };
  const camera = { zoom: 9, lat: 23, lng: 113, bearing: 0, pitch: 0 };
  drawn.stops = [{ at: 0, number: 1, stop: STOP, camera, picture, about: ABOUT }];
  const deck = await makeDeck(app, TOUR, { signal: new AbortController().signal, progress: () => undefined });
  const [slide] = deck.slides;
  expect(slide?.image).toMatchObject({ data: image.data, alt: '园区' });
  expect(slide?.layout.image?.w).toBeGreaterThan(100);
});
