/** What stands on the stage of a tour without stops, where its words will be: how to go on, and the first steps at hand. */
import type { FrameKind } from '../../../analysis/tours/frame-stops.ts';
import { useApp } from '../../../state/app.ts';
import { placed } from '../placed.ts';
import './first-stop.css';
import { addStopFrom } from './make-stops.ts';
import { takeNewStop } from './take-view.ts';
import { writeTitle } from './write-title.ts';

export function FirstStop({ onSaid }: { readonly onSaid: (words: string) => void }) {
  const app = useApp();
  const { state, i18n, map } = app;
  const { t } = i18n.value;
  const inner = state.present.stageSize.value?.frame?.inner;
  if (inner === undefined) return null;
  const frame = (id: FrameKind) => {
    onSaid(addStopFrom(app, { of: 'frame', id }) ?? '');
    if (id === 'words') writeTitle();
  };
  return (
    <section class="first-stop" style={placed(inner)} aria-label={t('firstStop')}>
      <h2>{t('firstStop')}</h2>
      <ol>
        <li>{t('firstStopName')}</li>
        <li>
          {t('firstStopAdd')}
          <span class="first-stop-ways">
            {(['opening', 'words'] as const).map((id) => (
              <button key={id} type="button" class="text-button is-framed" onClick={() => frame(id)}>
                {t(`addStop.${id}`)}
              </button>
            ))}
            <button
              type="button"
              class="text-button is-framed"
              title={t('tourTakeHint')}
              disabled={map.value === null}
              onClick={() => onSaid(takeNewStop(app) ?? '')}
            >
              {t('tourTake')}
            </button>
          </span>
        </li>
        <li>{t('firstStopWrite')}</li>
        <li>{t('firstStopPlay')}</li>
      </ol>
    </section>
  );
}
