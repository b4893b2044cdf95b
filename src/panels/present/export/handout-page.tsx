/** A stop on paper: what it says, its picture, the legend of what is really in it, and what every page that leaves must carry. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { INNER_UNITS } from '../../../domain/stage-frame.ts';
import { layoutColumn } from '../../../domain/stage-layout.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { Qr } from '../../../ui/qr.tsx';
import { LegendSign } from '../../paper/legend-sign.tsx';
import { mmToPx, sheetBox } from '../../paper/paper-size.ts';
import { North, PrintFoot, ScaleBar } from '../../paper/print-page.tsx';
import { Mixed } from '../../shared/mixed-script.tsx';
import { codeOfStop, codeWords, opensElsewhere } from '../code-of-stop.ts';
import { ColumnWords } from '../column-words.tsx';
import { createMeasure } from '../measure.ts';
import type { StopPage } from './make-pictures.ts';
import type { SaidWords } from './stop-frame.ts';
import { legendNamed } from './stop-text.ts';

/** A4 on its side, millimetres. */
export const PAGE = { width: 297, height: 210, margin: 10, map: { width: 178, height: 148 } } as const;

/** Side of the code, quiet zone included. */
const CODE = '35mm';

interface HandoutPageProps {
  readonly tour: Tour;
  readonly page: StopPage;
  /** From 1. */
  readonly number: number;
  readonly total: number;
  /** Who presents, and where: as typed, what is empty left out. */
  readonly by: readonly string[];
  /** Empty: without. */
  readonly notes: string;
}

export function HandoutPage({ tour, page, number, total, by, notes }: HandoutPageProps) {
  const { t } = useApp().i18n.value;
  const { said, about, bearing, url } = page;
  const box = sheetBox(PAGE);
  return (
    <section class="print-sheet handout-sheet" style={box} aria-label={t('handoutPage', { n: number, total })}>
      <header class="handout-head">
        <p>
          <Mixed text={said.tour} />
        </p>
        {by.length > 0 && (
          <p class="handout-by">
            <Mixed text={by.join(' · ')} />
          </p>
        )}
        <p class="tabular">{t('handoutPage', { n: number, total })}</p>
      </header>
      <div class="handout-body">
        <figure class="print-map" style={{ width: `${PAGE.map.width}mm`, height: `${PAGE.map.height}mm` }}>
          <img src={url} alt={said.title} />
          <North bearing={bearing} letter={t('printNorth')} />
          <ScaleBar about={about} />
        </figure>
        <div class="handout-side">
          <Words said={said} notes={notes.trim() !== ''} />
          {notes.trim() !== '' && <Notes text={notes} number={number} />}
          {opensElsewhere() && <PageCode tour={tour} page={page} />}
          <ul class="handout-legend" aria-label={t('printLegend')}>
            {legendNamed(about)
              // The map is drawn smaller here: circles that show sizes would be wrong.
              .filter(({ sign }) => sign.form !== 'sizes')
              .map(({ key, sign, label }) => (
                <li key={key}>
                  <LegendSign sign={sign} />
                  <span>{label}</span>
                </li>
              ))}
          </ul>
        </div>
      </div>
      <PrintFoot about={about} />
    </section>
  );
}

/** Of the room beside the map the code, the legend and the notes have the rest, mm. */
const SIDE = { width: 93, height: 92, withNotes: 62 } as const;

/** As the stage has them, in the room of the page. */
function Words({ said, notes }: { readonly said: SaidWords; readonly notes: boolean }) {
  const box = { x: 0, y: 0, w: mmToPx(SIDE.width), h: mmToPx(notes ? SIDE.withNotes : SIDE.height) };
  const content = { ...said, tour: '', legend: [], remarks: [], foot: [], mark: '' };
  const layout = layoutColumn(content, box, box.w / INNER_UNITS, createMeasure(), false);
  return (
    <div class="handout-words" style={{ height: `${box.h}px` }}>
      <ColumnWords layout={layout} content={content} />
    </div>
  );
}

/** The way from the paper to the stop; nothing where it does not fit a code. */
function PageCode({ tour, page }: Pick<HandoutPageProps, 'tour' | 'page'>) {
  const app = useApp();
  const code = codeOfStop(app, tour, page.at, 'paper', page.camera);
  if (code.leadsTo === null) return null;
  return (
    <div class="handout-code">
      <Qr text={code.address} label={app.i18n.value.t('codeLabel')} size={CODE} />
      <p>{codeWords(app, code, page.at, 'paper')}</p>
    </div>
  );
}

/** Notes in the room that is left; on screen it is said where that is not enough. */
function Notes({ text, number }: { readonly text: string; readonly number: number }) {
  const { t } = useApp().i18n.value;
  const box = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (current !== null) setCut(current.scrollHeight > current.clientHeight + 1);
  }, [text]);
  return (
    <>
      <div class="handout-notes" ref={box}>
        <h3>{t('handoutNotesTitle')}</h3>
        <p dir="auto">{text}</p>
      </div>
      {cut && <p class="note note-warning handout-cut">{t('handoutCut', { n: number })}</p>}
    </>
  );
}
