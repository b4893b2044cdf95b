/** Which figure a stop shows. It is kept by reference, so the stop shows whatever is true when it is shown. */
import { useId } from 'preact/hooks';
import type { FigureRef, TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { figureGroups, figureKey } from './figure-options.ts';

interface FigureChoiceProps {
  readonly stop: TourStop;
  onChoose(figure: FigureRef | null): void;
}

export function FigureChoice({ stop, onChoose }: FigureChoiceProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const groups = figureGroups(state.things.value, state.statistics.value, stop, i18n.value);
  const options = groups.flatMap((group) => group.options);
  const chosen = stop.figure === null ? '' : figureKey(stop.figure);
  return (
    <div class="author-field">
      <label for={id}>{t('stopFigure')}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChoose(options.find(({ key }) => key === value)?.ref ?? (value === chosen ? stop.figure : null));
        }}
      >
        <option value="">{t('stopFigureNone')}</option>
        {chosen !== '' && !options.some(({ key }) => key === chosen) && (
          <option value={chosen}>{t('stopFigureKept')}</option>
        )}
        {groups.map((group) => (
          <optgroup key={group.label} label={t(group.label)}>
            {group.options.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
