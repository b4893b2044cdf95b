/** Which figure a stop shows. It is kept by reference, so the stop shows whatever is true when it is shown. */
import { useId } from 'preact/hooks';
import type { FigureRef, TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { figureGroups, figureKey } from './figure-options.ts';
import { OptionGroups } from './option-groups.tsx';
import { NO_NUMBER, OwnNumber } from './own-number.tsx';
import { ownSets } from './own-sets.ts';

interface FigureChoiceProps {
  readonly stop: TourStop;
  /** @param run names a run of typing that is one step back */
  onChoose(figure: FigureRef | null, run?: string): void;
  onRest(): void;
}

const OWN = 'own';

export function FigureChoice({ stop, onChoose, onRest }: FigureChoiceProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const groups = figureGroups(state.things.value, state.statistics.value, stop, i18n.value, ownSets(state));
  const options = groups.flatMap((group) => group.options);
  const chosen = stop.figure === null ? '' : stop.figure.from === OWN ? OWN : figureKey(stop.figure);
  return (
    <div class="author-field">
      <label for={id}>{t('stopFigure')}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === OWN) onChoose(stop.figure?.from === OWN ? stop.figure : NO_NUMBER);
          else onChoose(options.find(({ key }) => key === value)?.ref ?? (value === chosen ? stop.figure : null));
        }}
      >
        <option value="">{t('stopFigureNone')}</option>
        <option value={OWN}>{t('stopFigureOwn')}</option>
        <OptionGroups
          groups={groups}
          chosen={chosen === '' || chosen === OWN ? null : chosen}
          kept={stop.figure?.from === 'clause' ? 'stopFigurePassage' : 'stopFigureKept'}
        />
      </select>
      {stop.figure?.from === OWN && (
        <OwnNumber
          figure={stop.figure}
          onChange={(figure, part) => onChoose(figure, `${stop.id}-own-${part}`)}
          onRest={onRest}
        />
      )}
    </div>
  );
}
