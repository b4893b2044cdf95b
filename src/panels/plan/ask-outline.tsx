/** The outline while it is drawn and after: its tools, its measures, and its corners as a list. */
import { useSignal } from '@preact/signals';
import type { MultiPolygon, Polygon } from 'geojson';
import { useEffect } from 'preact/hooks';
import { areaM2, lengthM } from '../../analysis/measure.ts';
import { formatDistance } from '../../domain/format.ts';
import type { LngLat } from '../../domain/position.ts';
import { useApp } from '../../state/app.ts';
import { shapeAsked } from '../../state/plan/answer.ts';
import { crossesItself, parseRingText, type RingProblem, ringText } from '../../state/plan/outline.ts';
import type { Drawing } from '../../state/plan/plan.ts';
import { Note, Rows } from '../../ui/pieces.tsx';
import { areaText } from '../shared/measures.ts';
import { KeepOutline } from './keep-outline.tsx';

export function AskOutline() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { plan } = state;
  const drawing = plan.drawing.value;
  const ask = plan.ask.value;
  const own = shapeAsked(plan.answers.value?.own.value ?? null);
  const ring = drawing === null ? (ask?.kind === 'polygon' ? ask.ring : null) : (plan.draft.value ?? []);
  return (
    <>
      {drawing !== null && <DrawTools mode={drawing} />}
      {ring !== null && <Measures ring={ring} drawing={drawing === 'draw'} />}
      {drawing === null && ask !== null && <KeepOutline ask={ask} />}
      {drawing === null && ask?.kind === 'radius' && (
        <Note>{t('askCircleArea', { area: areaText(i18n.value, Math.PI * (ask.withinKm * 1000) ** 2) })}</Note>
      )}
      {drawing === null && own !== null && (
        <Note>
          {t('askOwnArea', {
            area: areaText(
              i18n.value,
              polygonsOf(own.outline).reduce((sum, rings) => sum + areaM2(rings), 0),
            ),
          })}
        </Note>
      )}
    </>
  );
}

const polygonsOf = (outline: Polygon | MultiPolygon) =>
  outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;

function DrawTools({ mode }: { readonly mode: Drawing }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const control = state.plan.control.value;
  if (control === null) return <Note>{t('loading')}</Note>;
  return (
    <div class="ask-drawing">
      <p class="ask-tools">
        <button type="button" class="text-button is-framed" onClick={control.finish}>
          {t('drawFinish')}
        </button>
        <button type="button" class="text-button is-framed" onClick={control.undo}>
          {t('drawUndo')}
        </button>
        <button type="button" class="text-button is-framed" onClick={control.redo}>
          {t('drawRedo')}
        </button>
        <button type="button" class="text-button" onClick={() => state.actions.close()}>
          {t('cancel')}
        </button>
      </p>
      <Note>{t(mode === 'edit' ? 'drawEditHint' : 'drawHint')}</Note>
    </div>
  );
}

/** On the ellipsoid. While it is drawn the last corner is where the pointer is. */
function Measures({ ring, drawing }: { readonly ring: readonly LngLat[]; readonly drawing: boolean }) {
  const { i18n } = useApp();
  const { t, lang, number } = i18n.value;
  const [first] = ring;
  if (first === undefined || ring.length < 2) return null;
  const crossed = crossesItself(ring);
  const last = ring.slice(-2);
  return (
    <>
      <Rows
        rows={[
          { label: t('corners'), value: number(ring.length) },
          ...(drawing
            ? [
                { label: t('measureLast'), value: formatDistance(lengthM(last), lang) },
                { label: t('measureLine'), value: formatDistance(lengthM(ring), lang) },
              ]
            : []),
          ...(ring.length > 2
            ? [{ label: t('measureOutline'), value: formatDistance(lengthM([...ring, first]), lang) }]
            : []),
          ...(ring.length > 2 && !crossed ? [{ label: t('area'), value: areaText(i18n.value, areaM2([ring])) }] : []),
        ]}
      />
      {crossed && <Note tone="warning">{t('ring.crosses')}</Note>}
      <Note>{t('measureNote')}</Note>
    </>
  );
}

/** The corners as a list, to be read, typed or pasted. */
export function Corners({ ring }: { readonly ring: readonly LngLat[] }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const text = useSignal(ringText(ring));
  const problem = useSignal<RingProblem | null>(null);
  useEffect(() => {
    text.value = ringText(ring);
    problem.value = null;
  }, [ringText(ring)]);
  const submit = (event: Event) => {
    event.preventDefault();
    const parsed = parseRingText(text.value);
    if ('problem' in parsed) problem.value = parsed.problem;
    else {
      problem.value = null;
      state.actions.setAsk({ kind: 'polygon', ring: parsed.ring });
    }
  };
  return (
    <details class="also ask-corners">
      <summary>{t('cornersList')}</summary>
      <form onSubmit={submit}>
        <label class="ask-field">
          {t('cornersHint')}
          <textarea
            rows={5}
            value={text.value}
            aria-invalid={problem.value !== null}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        {problem.value !== null && (
          <p class="note note-warning" role="alert">
            {t(`ring.${problem.value}`)}
          </p>
        )}
        <button type="submit" class="text-button is-framed">
          {t('askGo')}
        </button>
      </form>
    </details>
  );
}
