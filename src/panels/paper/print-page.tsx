/** What stands on every map on paper: scale, north, and what it says of datum, dates, sources and use. */
import { useApp } from '../../state/app.ts';
import type { AboutMap } from './about-map.ts';
import './paper.css';

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
