/** The bar over the map that tells coordinates and measures distances and areas, by mouse and by keyboard. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { measuredArea, measuredLine, pixelM } from '../../analysis/measured.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { crossesItself } from '../../state/plan/outline.ts';
import type { Measured, Sketches } from '../../state/sketches/sketches.ts';
import { IconButton, LinkButton } from '../../ui/pieces.tsx';
import { useCopy } from '../shared/use-copy.ts';
import { Coordinates } from './coordinates.tsx';
import { areaWords, lengthWords } from './measure-words.ts';
import './measure.css';

const KINDS = ['line', 'area'] as const;

export default function MeasureBar({ onClose }: { readonly onClose: () => void }) {
  const { state, i18n, need, map } = useApp();
  const { t } = i18n.value;
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    need.sketches();
    // From its button it is the next thing anyway; a command of the palette leads to it.
    if ((document.activeElement?.closest('.map-controls') ?? null) === null)
      bar.current?.focus({ preventScroll: true });
    return () => state.sketches.peek()?.forgetMeasured();
  }, []);
  const sketches = state.sketches.value;
  // Again with every view at rest.
  const view = state.inView.value === null ? null : (map.value?.currentView() ?? null);
  const pixel = view === null ? 1 : pixelM(view.zoom, view.lat);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      class={`measure-bar no-print ${state.plan.year.value === null ? '' : 'is-above'}`}
      aria-label={t('rulerBar')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What lies beside the map stays open.
        event.preventDefault();
        if (sketches?.measuring.peek() === true) sketches.draw(null);
        else onClose();
      }}
    >
      <div class="measure-head">
        {view !== null && <Coordinates middle={[view.lng, view.lat]} pixel={pixel} />}
        <IconButton icon="close" label={t('rulerClose')} onClick={onClose} />
      </div>
      {state.mapStatus.value === 'no-webgl' ? (
        <p class="small muted">{t('rulerPlain')}</p>
      ) : (
        sketches !== null && <Measuring sketches={sketches} pixel={pixel} />
      )}
    </section>
  );
}

function Measuring({ sketches, pixel }: { readonly sketches: Sketches; readonly pixel: number }) {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const measured = sketches.measured.value;
  const isMeasuring = sketches.measuring.value;
  const [kept, setKept] = useState(false);
  // What was measured is known as well as it was drawn, however the map is moved then.
  const drawnWith = useRef(pixel);
  if (isMeasuring) drawnWith.current = pixel;
  const sizes = measured === null ? [] : sizesOf(i18n.value, measured, drawnWith.current);
  const [size = ''] = sizes;
  const said = sizes.join(' · ');
  useEffect(() => {
    if (measured?.done === true) sketches.sayMeasured(size);
  }, [measured?.done, size]);
  const begin = (kind: Measured['kind']) => {
    setKept(false);
    if (isMeasuring && measured?.kind === kind) sketches.draw(null);
    else sketches.measure(kind);
    if (narrow.value) state.actions.setSheet('peek');
  };
  return (
    <>
      <div class="measure-tools">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="text-button is-framed"
            aria-pressed={isMeasuring && measured?.kind === kind}
            disabled={map.value === null}
            onClick={() => begin(kind)}
          >
            {t(`rulerKind.${kind}`)}
          </button>
        ))}
        {isMeasuring && <While sketches={sketches} />}
        {measured?.done === true && <After sketches={sketches} text={said} onKept={() => setKept(true)} />}
      </div>
      {said !== '' && (
        <p class="measure-said tabular" aria-hidden="true">
          {said}
        </p>
      )}
      <Rested text={said} />
      {kept && (
        <p class="small" role="status">
          {t('rulerKept')}{' '}
          <LinkButton onClick={() => state.actions.openView('sketches')}>{t('rulerShowKept')}</LinkButton>
        </p>
      )}
      {isMeasuring && <p class="small muted">{t('rulerHint')}</p>}
      {measured !== null && (
        <p class="small muted">{t('rulerHow', { pixel: lengthWords(i18n.value, drawnWith.current, 1) })}</p>
      )}
    </>
  );
}

/** While one measures. */
function While({ sketches }: { readonly sketches: Sketches }) {
  const { t } = useApp().i18n.value;
  const control = sketches.control.value;
  return (
    <>
      <button type="button" class="text-button" disabled={control === null} onClick={() => control?.finish()}>
        {t('rulerFinish')}
      </button>
      <button type="button" class="text-button" disabled={control === null} onClick={() => control?.undo()}>
        {t('rulerUndo')}
      </button>
      <button type="button" class="text-button" onClick={() => sketches.draw(null)}>
        {t('cancel')}
      </button>
    </>
  );
}

/** What becomes of what was measured. */
function After({
  sketches,
  text,
  onKept,
}: {
  readonly sketches: Sketches;
  readonly text: string;
  readonly onKept: () => void;
}) {
  const { t } = useApp().i18n.value;
  const { copied, copy } = useCopy();
  const keep = () => {
    sketches.keepMeasured();
    onKept();
  };
  return (
    <>
      <button type="button" class="text-button" onClick={keep}>
        {t('rulerKeep')}
      </button>
      <button type="button" class="text-button" onClick={() => copy(text)}>
        {t('rulerCopy')}
      </button>
      <button type="button" class="text-button" onClick={() => sketches.forgetMeasured()}>
        {t('rulerClear')}
      </button>
      <span role="status" class="small muted">
        {copied !== null && t(copied ? 'rulerCopied' : 'rulerCopyFailed')}
      </span>
    </>
  );
}

/** How long numbers stay as they are before they are said, ms. */
const REST_MS = 700;

/** Says numbers aloud once they rest: while the pointer moves they change with every pixel. */
function Rested({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const waiting = setTimeout(() => setSaid(text), REST_MS);
    return () => clearTimeout(waiting);
  }, [text]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}

/** Its size, then what else is told of it; nothing where too little is drawn to have one. */
function sizesOf(i18n: I18n, { kind, places }: Measured, pixel: number): readonly string[] {
  const { t } = i18n;
  if (places.length < 2) return [];
  const line = measuredLine(places, pixel);
  const lengthOf = (metres: number) => lengthWords(i18n, metres, line.stepM);
  if (kind === 'line') {
    const length = t('rulerLength', { length: lengthOf(line.lengthM) });
    return places.length === 2 ? [length] : [length, t('rulerLast', { length: lengthOf(line.lastM) })];
  }
  if (places.length < 3) return [t('rulerOutline', { length: lengthOf(line.lengthM) })];
  if (crossesItself(places)) return [t('rulerCrosses')];
  const area = measuredArea(places, pixel);
  const outline = t('rulerOutline', { length: lengthOf(area.outlineM) });
  return [t('rulerArea', { area: areaWords(i18n, area.areaM2, area.stepM2) }), outline];
}
