/** What a stop says, in the language of the interface, for pictures and pages. */
import type { Tour, TourStop } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import { figureOf, sourceOf } from '../caption.tsx';
import { figureWords } from '../figure.tsx';
import type { FrameWords, StopWords } from './stop-frame.ts';

export function stopWords(app: App, tour: Tour, stop: TourStop): StopWords {
  const { text } = app.i18n.peek();
  const figure = figureOf(app, stop);
  return {
    tour: text(tour.title),
    title: text(stop.title),
    words: text(stop.words),
    figure: figure === null ? null : figureWords(app.i18n.peek(), figure),
    source: sourceOf(app, stop, figure),
  };
}

export function frameWords({ i18n }: App): FrameWords {
  const { t } = i18n.peek();
  return { sources: t('sources'), north: t('printNorth'), scaleNote: t('printScaleBar') };
}
