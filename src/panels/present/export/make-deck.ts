/** A tour as slides: the map's picture with its scale and north, and everything else as what PowerPoint can edit. */
import { DECK, type Deck, type DeckPicture, type DeckSlide } from '../../../data/export/deck.ts';
import { INNER_UNITS } from '../../../domain/stage-frame.ts';
import { byEms, layoutColumn } from '../../../domain/stage-layout.ts';
import { playedPlaces } from '../../../domain/tour.ts';
import type { Tour, TourStop } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import type { MapPicture } from '../../../state/map-port.ts';
import { qrCode } from '../../../ui/qr.tsx';
import type { AboutMap } from '../../paper/about-map.ts';
import { drawNorth, drawScaleBar, drawSign, SIGN } from '../../paper/draw.ts';
import { codeOfStop, codeWords, opensElsewhere } from '../code-of-stop.ts';
import { saidOf } from '../said.ts';
import { drawnStops } from './stop-painter.ts';
import { frameWords, legendShown } from './stop-text.ts';

/** CSS pixels an inch, and pixels of the picture a CSS pixel: 192 dots an inch, enough for a projector of 4K. */
const PX_PER_INCH = 96;
const PIXEL_RATIO = 2;
const BAR_PX = 160;
const SIGN_RATIO = 4;
/** Pixels of a module of the code. */
const MODULE_PX = 4;

interface DeckRequest {
  readonly signal: AbortSignal;
  /** @param n from 1: the slide that is drawn now. */
  progress(n: number): void;
}

/** Rejects when it was stopped, or with the reason of the browser. */
export async function makeDeck(app: App, tour: Tour, request: DeckRequest): Promise<Deck> {
  const size = { width: Math.round(DECK.map.w * PX_PER_INCH), height: Math.round(DECK.map.h * PX_PER_INCH) };
  const { lang, text } = app.i18n.peek();
  const slides: DeckSlide[] = [];
  const drawing = { size, pixelRatio: PIXEL_RATIO, barPx: BAR_PX, ...request };
  for await (const { at, number, stop, camera, picture, about } of drawnStops(app, tour, drawing))
    slides.push({
      ...slideOf(app, tour, number, stop, about),
      map: mapPicture(app, picture, about, text(stop.title)),
      ...codeOf(at, camera),
    });
  return { title: text(tour.title), lang, slides };

  function codeOf(at: number, camera: Parameters<typeof codeOfStop>[4]): Pick<DeckSlide, 'code' | 'codeWords'> {
    const none = { code: null, codeWords: '' };
    if (!opensElsewhere()) return none;
    const code = codeOfStop(app, tour, at, 'paper', camera);
    if (code.leadsTo === null) return none;
    const picture = codePicture(code.address, app.i18n.peek().t('codeLabel'));
    return picture === null ? none : { code: picture, codeWords: codeWords(app, code, at, 'paper') };
  }
}

/** What a slide says, without its pictures of the map and of the code. */
function slideOf(
  app: App,
  tour: Tour,
  number: number,
  stop: TourStop,
  about: AboutMap,
): Omit<DeckSlide, 'map' | 'code' | 'codeWords'> {
  const { t, text } = app.i18n.peek();
  const said = saidOf(app, tour, stop);
  const above = `${said.tour} · ${t('handoutPage', { n: number, total: playedPlaces(tour.stops).length })}`;
  const { x, y, w, h } = DECK.column;
  const box = { x: x * PX_PER_INCH, y: y * PX_PER_INCH, w: w * PX_PER_INCH, h: h * PX_PER_INCH };
  const content = { ...said, tour: above, legend: [], remarks: [], foot: [], mark: '' };
  return {
    above,
    title: said.title,
    words: said.words,
    quote: said.quote,
    figure: said.figure,
    image: said.image,
    chart: said.chart,
    // People open it with fonts of theirs.
    layout: layoutColumn(content, box, box.w / INNER_UNITS, byEms),
    legend: legendShown(about).map(({ sign, label }) => ({ sign: { data: signPicture(sign), alt: label }, label })),
    source: said.source,
    foot: [`${about.datum} · ${about.version}`, about.sources],
    mark: about.mark,
    notes: text(stop.notes),
  };
}

function canvasOf(width: number, height: number): readonly [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  return [canvas, context];
}

function mapPicture(app: App, picture: MapPicture, about: AboutMap, alt: string): DeckPicture {
  const { width, height, pixelRatio } = picture;
  const [canvas, context] = canvasOf(width * pixelRatio, height * pixelRatio);
  const words = frameWords(app);
  context.drawImage(picture.canvas, 0, 0, canvas.width, canvas.height);
  context.scale(pixelRatio, pixelRatio);
  drawScaleBar(context, about, words.scaleNote, 16, height - 16);
  drawNorth(context, words.north, picture.bearing, width - 40, 40);
  return { data: canvas.toDataURL('image/jpeg', 0.9), alt };
}

function signPicture(sign: AboutMap['legend'][number]['sign']): string {
  const [canvas, context] = canvasOf(SIGN * SIGN_RATIO, SIGN * SIGN_RATIO);
  context.scale(SIGN_RATIO, SIGN_RATIO);
  drawSign(context, sign);
  return canvas.toDataURL('image/png');
}

function codePicture(address: string, alt: string): DeckPicture | null {
  const code = qrCode(address);
  if (code === null) return null;
  const [canvas, context] = canvasOf(code.side * MODULE_PX, code.side * MODULE_PX);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(MODULE_PX, MODULE_PX);
  context.fillStyle = '#000';
  context.fill(new Path2D(code.path));
  return { data: canvas.toDataURL('image/png'), alt };
}
