/** The legend in the room that a sheet has for it: as it is, else set smaller, else what fits, and the rest on further sheets. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../../state/app.ts';
import type { LegendItem } from '../legend.ts';
import { LegendSign } from '../legend-sign.tsx';

/** Print may break a line elsewhere than the screen does, px. */
const SLACK_PX = 1;

type Fit =
  | { readonly step: 'plain' | 'dense' | 'cutting' }
  | { readonly step: 'done'; readonly dense: boolean; readonly shown: number };

interface LegendBoxProps {
  readonly heading: string;
  readonly items: readonly LegendItem[];
  /** How many of the items have found room. */
  readonly onFit: (shown: number) => void;
}

/** Made anew for other items or another size: give it a `key` of both. */
export function LegendBox({ heading, items, onFit }: LegendBoxProps) {
  const { t } = useApp().i18n.value;
  const box = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit>({ step: 'plain' });
  useLayoutEffect(() => {
    if (fit.step === 'done' || box.current === null) return;
    const shown = countInside(box.current);
    const next = nextFit(fit.step, shown, items.length);
    setFit(next);
    if (next.step === 'done') onFit(next.shown);
  }, [fit]);
  const dense = fit.step === 'done' ? fit.dense : fit.step !== 'plain';
  const shown = fit.step === 'done' ? fit.shown : items.length;
  const isCut = fit.step === 'cutting' || shown < items.length;
  return (
    <div class={`print-key${dense ? ' is-dense' : ''}`}>
      <h3>{heading}</h3>
      <div class="print-key-box" ref={box}>
        <ul>
          {items.slice(0, shown).map(({ key, sign, label }, at) => (
            <li key={key} class={isHeading(items, at) ? 'is-heading' : undefined}>
              <LegendSign sign={sign} />
              <span>{label}</span>
            </li>
          ))}
        </ul>
      </div>
      {isCut && <p class="print-goes-on">{t('printGoesOn')}</p>}
    </div>
  );
}

/** A row without a sign, of those with one that follow. */
const isHeading = (items: readonly LegendItem[], at: number): boolean =>
  items[at]?.sign.form === 'none' && (items[at + 1]?.sign.form ?? 'none') !== 'none';

/** What follows when so many of all have room. At least one is shown on each sheet. */
export function nextFit(step: 'plain' | 'dense' | 'cutting', inside: number, all: number): Fit {
  if (inside >= all) return { step: 'done', dense: step !== 'plain', shown: all };
  if (step === 'plain') return { step: 'dense' };
  return step === 'dense' ? { step: 'cutting' } : { step: 'done', dense: true, shown: Math.max(1, inside) };
}

/** Rows from the first that lie within the box whole. */
function countInside(box: HTMLElement): number {
  const { right, bottom } = box.getBoundingClientRect();
  const rows = [...box.querySelectorAll('li')];
  const outside = rows.findIndex((row) => {
    const rect = row.getBoundingClientRect();
    return rect.right > right + SLACK_PX || rect.bottom > bottom + SLACK_PX;
  });
  return outside < 0 ? rows.length : outside;
}
