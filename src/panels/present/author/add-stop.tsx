/** A stop of a thing instead of the map's view: chosen by its kind and its name. */
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { FRAME_KINDS } from '../../../analysis/tours/frame-stops.ts';
import { yearOf } from '../../../domain/milestones.ts';
import { useApp } from '../../../state/app.ts';
import { moveWithArrows } from '../../../ui/move-with-arrows.ts';
import { addStopFrom, addStopOfPlan, plannersNow } from './make-stops.ts';
import { ownSets } from './own-sets.ts';
import { SOURCE_KINDS, type SourceKind, sourceOptions, withWords } from './stop-sources.ts';
import { writeTitle } from './write-title.ts';

interface AddStopProps {
  readonly full: boolean;
  onSaid(words: string): void;
}

/** A list of more has a field to narrow it. */
const MANY = 12;

export function AddStop({ full, onSaid }: AddStopProps) {
  const app = useApp();
  const { state, i18n, need } = app;
  const { t } = i18n.value;
  const id = useId();
  const [kind, setKind] = useState<SourceKind>('site');
  const [words, setWords] = useState('');
  const { base } = state;
  const options = sourceOptions(
    kind,
    state.things.value,
    base.policies,
    yearOf(base.version.date),
    i18n.value,
    ownSets(state),
  );
  useEffect(() => {
    need.imports();
    need.search();
  }, []);
  const { searchIndex } = state;
  const found = useMemo(
    () => withWords(options, words, searchIndex.value),
    // Options are made anew with every rendering.
    [options.map(({ label }) => label).join(), words, searchIndex.value],
  );
  const [at, setAt] = useState(0);
  const current = Math.min(at, found.length - 1);
  const now = plannersNow(app);
  return (
    <div class="add-stop">
      <div class="add-stop-frames">
        {FRAME_KINDS.map((frame) => (
          <button
            key={frame}
            type="button"
            class="text-button is-framed"
            disabled={full}
            onClick={() => {
              onSaid(addStopFrom(app, { of: 'frame', id: frame }) ?? '');
              if (frame === 'words') writeTitle();
            }}
          >
            {t(`addStop.${frame}`)}
          </button>
        ))}
      </div>
      <div class="author-field is-row">
        <label for={`${id}-kind`}>{t('addStopOf')}</label>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={(event) => {
            const chosen = SOURCE_KINDS.find((known) => known === event.currentTarget.value);
            if (chosen !== undefined) setKind(chosen);
            setWords('');
            setAt(0);
          }}
        >
          {SOURCE_KINDS.map((known) => (
            <option key={known} value={known}>
              {t(`addStop.${known}`)}
            </option>
          ))}
        </select>
        {options.length > MANY ? (
          <input
            type="text"
            aria-label={t('addStopFind')}
            placeholder={t('addStopFind')}
            value={words}
            onInput={(event) => {
              setWords(event.currentTarget.value);
              setAt(0);
            }}
          />
        ) : (
          <span />
        )}
      </div>
      <ul class="add-stop-list" aria-label={t(`addStop.${kind}`)}>
        {found.map(({ source, label }, place) => (
          <li key={`${place} ${label}`}>
            <button
              type="button"
              disabled={full}
              // Arrows move within the list, so that Tab passes it in one step.
              tabIndex={place === current ? 0 : -1}
              onFocus={() => setAt(place)}
              onKeyDown={(event) => moveWithArrows(event, '.add-stop-list', 'button')}
              onClick={() => onSaid(addStopFrom(app, source) ?? '')}
            >
              <bdi>{label}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p class="small muted">{t(kind === 'set' && options.length === 0 ? 'addStopNoSet' : 'addStopNone')}</p>
      )}
      {(['ask', 'shade'] as const).map((what) => (
        <p key={what} class="small">
          <button
            type="button"
            class="text-button is-framed"
            disabled={full || !now[what]}
            onClick={() => onSaid(addStopOfPlan(app, what) ?? '')}
          >
            {t(what === 'ask' ? 'addStopAsk' : 'addStopShade')}
          </button>{' '}
          {!now[what] && <span class="muted">{t(what === 'ask' ? 'addStopAskNone' : 'addStopShadeNone')}</span>}
        </p>
      ))}
    </div>
  );
}
