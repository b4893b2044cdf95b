/** The page itself, as it is printed: title, map, legend, scale, north, datum, dates, sources, notes and the mark. */
import { useApp } from '../../state/app.ts';
import type { AboutMap } from './about-map.ts';
import { LegendSign } from './legend-sign.tsx';
import { type PageSize, sheetBox } from './paper-size.ts';
import { Pages } from './sheet.tsx';
import './paper.css';

/** Longer notes get a page of their own, and so do notes beside a long legend. */
const NOTES_BESIDE = 120;
const LEGEND_BESIDE = 22;

interface PrintPageProps {
  readonly size: PageSize;
  readonly orientation: 'landscape' | 'portrait';
  readonly title: string;
  readonly notes: string;
  /** Address of the picture. */
  readonly image: string;
  readonly bearing: number;
  readonly about: AboutMap;
}

export function PrintPages(props: PrintPageProps) {
  const { size, orientation, title, notes, image, bearing, about } = props;
  const { t } = useApp().i18n.value;
  const beside = notes.trim() === '' || (notes.length <= NOTES_BESIDE && about.legend.length <= LEGEND_BESIDE);
  const box = sheetBox(size);
  return (
    <Pages width={size.width}>
      <section class={`print-sheet is-${orientation}`} style={box}>
        <header class="print-head">
          <h2>{title}</h2>
          <p>{about.shown}</p>
        </header>
        <div class="print-body">
          <figure class="print-map" style={{ width: `${size.map.width}mm`, height: `${size.map.height}mm` }}>
            <img src={image} alt={title} />
            <North bearing={bearing} letter={t('printNorth')} />
            <ScaleBar about={about} />
          </figure>
          <div class="print-legend">
            <div class="print-key">
              <h3>{t('printLegend')}</h3>
              <ul>
                {about.legend.map(({ key, sign, label }) => (
                  <li key={key}>
                    <LegendSign sign={sign} />
                    <span>{label}</span>
                  </li>
                ))}
              </ul>
            </div>
            {beside && notes.trim() !== '' && (
              <div class="print-notes">
                <h3>{t('printNotes')}</h3>
                <p>{notes}</p>
              </div>
            )}
          </div>
        </div>
        <PrintFoot about={about} />
      </section>
      {!beside && (
        <section class={`print-sheet is-${orientation}`} style={box}>
          <header class="print-head">
            <h2>{title}</h2>
            <p>{t('printNotes')}</p>
          </header>
          <div class="print-notes is-page">
            <p>{notes}</p>
          </div>
          <footer class="print-foot">
            <p>{about.version}</p>
            <p class="sheet-mark">{about.mark}</p>
          </footer>
        </section>
      )}
    </Pages>
  );
}

/** What every page with a map on it carries. */
export function PrintFoot({ about }: { readonly about: AboutMap }) {
  const { t, number } = useApp().i18n.value;
  return (
    <footer class="print-foot">
      <p>
        {t('printScale', { n: number(about.denominator, 0) })} · {about.datum} · {about.version}
      </p>
      <p>
        {t('sources')}: {about.sources}
      </p>
      <p class="sheet-mark">{about.mark}</p>
    </footer>
  );
}

export function ScaleBar({ about: { bar, barLabel } }: { readonly about: Pick<AboutMap, 'bar' | 'barLabel'> }) {
  const { t } = useApp().i18n.value;
  return (
    <div class="print-scale">
      <span>
        {barLabel} · {t('printScaleBar')}
      </span>
      <span class="print-bar" style={{ width: `${bar.px}px` }} />
    </div>
  );
}

export function North({ bearing, letter }: { readonly bearing: number; readonly letter: string }) {
  return (
    <svg class="print-north" viewBox="-20 -20 40 40" role="img" aria-label={letter}>
      <circle r="19" fill="#fff" fill-opacity="0.85" />
      <g transform={`rotate(${-bearing})`}>
        <path d="M0 -4L6 15L0 11L-6 15Z" />
        <text y="-7" text-anchor="middle">
          {letter}
        </text>
      </g>
    </svg>
  );
}
