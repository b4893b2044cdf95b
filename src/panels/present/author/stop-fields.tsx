/** What can be written and set of one stop. Each change shows on the stage behind at once. */
import { useEffect, useId } from 'preact/hooks';
import { isFitting, roomFor, roomTaken, said, saidIn, type Written } from '../../../domain/tour-edit.ts';
import { LONGEST, SECONDS, type Tour, type TourStop } from '../../../domain/tour-schema.ts';
import { MAP_GROUPS } from '../../../domain/vocabulary.ts';
import { useApp } from '../../../state/app.ts';
import { ChartChoice } from './chart-choice.tsx';
import { FigureChoice } from './figure-choice.tsx';
import { ImageChoice } from './image-choice.tsx';
import { writtenIn } from './write-words.ts';

interface StopFieldsProps {
  readonly tour: Tour;
  readonly stop: TourStop;
  /** @param run names a run of typing that is one step back. */
  onChange(change: Partial<Omit<TourStop, 'id'>>, run?: string): void;
  /** The typing rests: the next one is a step of its own. */
  onRest(): void;
  /** Takes the present view into the stop. */
  onView(): void;
}

export function StopFields({ tour, stop, onChange, onRest, onView }: StopFieldsProps) {
  const { state, i18n, need } = useApp();
  const { t, lang } = i18n.value;
  const id = useId();
  useEffect(() => {
    need.statistics();
    need.imports();
  }, []);
  const { layers, radii } = stop.show;
  const shown = (group: (typeof MAP_GROUPS)[number]) => layers === null || layers.includes(group);
  const toggle = (group: (typeof MAP_GROUPS)[number]) => {
    const next = MAP_GROUPS.filter((other) => (other === group ? !shown(other) : shown(other)));
    onChange({ show: { ...stop.show, layers: next.length === MAP_GROUPS.length ? null : next } });
  };
  return (
    <div class="author-fields">
      <Words field="title" label={t('stopTitle')} stop={stop} rows={2} onChange={onChange} onRest={onRest} />
      <Words field="words" label={t('stopWords')} stop={stop} rows={2} onChange={onChange} onRest={onRest} />
      <FigureChoice stop={stop} onChoose={(figure, run) => onChange({ figure }, run)} onRest={onRest} />
      <ChartChoice stop={stop} onChoose={(chart) => onChange({ chart })} />
      <ImageChoice tour={tour} stop={stop} onChange={(image, run) => onChange({ image }, run)} onRest={onRest} />
      <div class="author-field">
        <label for={`${id}-notes`}>{t('stopNotes')}</label>
        <textarea
          id={`${id}-notes`}
          dir="auto"
          rows={4}
          maxLength={LONGEST.notes}
          value={saidIn(stop.notes, lang)}
          onInput={(event) =>
            onChange({ notes: said(stop.notes, lang, event.currentTarget.value) }, `${stop.id}-notes`)
          }
          onBlur={onRest}
        />
      </div>
      <div class="author-field is-row">
        <label for={`${id}-seconds`}>{t('stopSeconds')}</label>
        <input
          id={`${id}-seconds`}
          type="number"
          inputMode="numeric"
          min={SECONDS.least}
          max={SECONDS.most}
          step={1}
          value={stop.seconds}
          aria-describedby={`${id}-seconds-hint`}
          onInput={(event) => {
            const seconds = event.currentTarget.valueAsNumber;
            if (seconds >= SECONDS.least && seconds <= SECONDS.most) onChange({ seconds }, `${stop.id}-seconds`);
          }}
          onBlur={(event) => {
            event.currentTarget.value = String(stop.seconds);
            onRest();
          }}
        />
        <span id={`${id}-seconds-hint`} class="small muted">
          {t('stopSecondsHint', { least: SECONDS.least, most: SECONDS.most })}
        </span>
      </div>
      <fieldset class="author-field">
        <legend>{t('stopView')}</legend>
        <button
          type="button"
          class="text-button is-framed"
          aria-keyshortcuts={state.characterKeys.value ? 'V' : undefined}
          onClick={onView}
        >
          {t('stopViewUpdate')}
        </button>
        {stop.show.set !== null && (
          <label class="author-check">
            <input
              type="checkbox"
              checked={stop.show.clusters === null}
              onChange={({ currentTarget: { checked } }) =>
                onChange({ show: { ...stop.show, clusters: checked ? null : [] } })
              }
            />
            {t('stopSetSites')}
          </label>
        )}
        <label class="author-check">
          <input type="checkbox" checked={radii} onChange={() => onChange({ show: { ...stop.show, radii: !radii } })} />
          {t('stopRadii')}
        </label>
      </fieldset>
      <fieldset class="author-field">
        <legend>{t('stopLayers')}</legend>
        {MAP_GROUPS.map((group) => (
          <label key={group} class="author-check">
            <input type="checkbox" checked={shown(group)} onChange={() => toggle(group)} />
            {t(`mapGroup.${group}`)}
          </label>
        ))}
      </fieldset>
      <p class="small muted">{t('stopLang')}</p>
    </div>
  );
}

interface WordsProps extends Pick<StopFieldsProps, 'stop' | 'onChange' | 'onRest'> {
  readonly field: Written;
  readonly label: string;
  readonly rows: number;
}

/** Words that must fit the screen: what does not fit is not taken, and the count says so. */
function Words({ field, label, stop, rows, onChange, onRest }: WordsProps) {
  const { i18n } = useApp();
  const { t, lang } = i18n.value;
  const id = useId();
  const text = saidIn(stop[field], lang);
  const fits = isFitting(text, field);
  const take = (area: HTMLTextAreaElement) => {
    const next = writtenIn(area, text, field);
    if (next !== text) onChange({ [field]: said(stop[field], lang, next) }, `${stop.id}-${field}`);
  };
  return (
    <div class="author-field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        value={text}
        aria-describedby={`${id}-room`}
        aria-invalid={!fits}
        // A word that is being composed is not cut into: it is taken when it is whole.
        onInput={(event) => !event.isComposing && take(event.currentTarget)}
        onCompositionEnd={(event) => take(event.currentTarget)}
        onBlur={onRest}
      />
      <span id={`${id}-room`} class={`small tabular ${fits ? 'muted' : 'author-over'}`}>
        {t(fits ? 'stopRoom' : 'stopRoomOver', { n: roomTaken(text), room: roomFor(field) })}
      </span>
    </div>
  );
}
