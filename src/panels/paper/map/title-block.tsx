/** What a sheet says of itself: its title, what is on it and whence, and by which scale, datum and data. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../state/app.ts';
import type { AboutMap } from '../about-map.ts';

export interface BlockRow {
  readonly label: string;
  readonly value: string;
}

interface TitleBlockProps {
  readonly title: string;
  readonly about: Pick<AboutMap, 'shown' | 'sources' | 'mark'>;
  readonly rows: readonly BlockRow[];
}

/** Sizes of type that are tried until all has room, points. */
const SIZES = [7.5, 7, 6.5, 6, 5.5, 5];

export function TitleBlock({ title, about, rows }: TitleBlockProps) {
  const { t } = useApp().i18n.value;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    for (const size of SIZES) {
      current.style.fontSize = `${size}pt`;
      if ([...current.children].every(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)) return;
    }
  });
  return (
    <div class="print-block" ref={box}>
      <div class="print-block-words">
        <h2>{title}</h2>
        <p>{about.shown}</p>
        <p>
          {t('sources')}: {about.sources}
        </p>
        <p class="sheet-mark">{about.mark}</p>
      </div>
      <dl>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
