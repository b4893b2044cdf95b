/** Which chart a stop shows: the one that goes with its figure, one chosen apart from it, or none. */
import { useId } from 'preact/hooks';
import type { TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { chartOfStop } from '../chart-words.ts';
import { chartGroups, chartKey } from './chart-options.ts';
import { OptionGroups } from './option-groups.tsx';
import { ownSets } from './own-sets.ts';

interface ChartChoiceProps {
  readonly stop: TourStop;
  onChoose(chart: TourStop['chart']): void;
}

const FIGURE = 'figure';

export function ChartChoice({ stop, onChoose }: ChartChoiceProps) {
  const app = useApp();
  const { state, i18n } = app;
  const { t } = i18n.value;
  const id = useId();
  const groups = chartGroups(state.things.value, state.statistics.value, ownSets(state), stop, i18n.value);
  const options = groups.flatMap((group) => group.options);
  const { chart } = stop;
  const chosen = chart === null ? '' : chart === FIGURE ? FIGURE : chartKey(chart);
  const isEmpty = chart !== null && chart !== FIGURE && chartOfStop(app, stop) === null;
  return (
    <div class="author-field">
      <label for={id}>{t('stopChart')}</label>
      <select
        id={id}
        value={chosen}
        aria-describedby={isEmpty ? `${id}-empty` : undefined}
        onChange={({ currentTarget: { value } }) => {
          if (value === FIGURE) onChoose(FIGURE);
          else onChoose(options.find(({ key }) => key === value)?.ref ?? (value === '' ? null : chart));
        }}
      >
        <option value={FIGURE}>{t('stopChartFigure')}</option>
        <option value="">{t('stopChartNone')}</option>
        <OptionGroups
          groups={groups}
          chosen={chart === null || chart === FIGURE ? null : chosen}
          kept="stopChartKept"
        />
      </select>
      {isEmpty && (
        <span id={`${id}-empty`} class="small author-over">
          {t('stopChartEmpty')}
        </span>
      )}
    </div>
  );
}
