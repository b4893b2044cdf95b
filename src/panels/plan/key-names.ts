/** What the axes and keys of a cross table are called. */
import { type AnyAxis, axisColumn, isCommonAxis } from '../../domain/axis.ts';
import { BLANK_VALUE } from '../../domain/column-filter.ts';
import { plainLine } from '../../domain/plain-line.ts';
import {
  type Axis,
  CLUSTER_OR_CROSS_IDS,
  DISTRICT_IDS,
  ELSEWHERE,
  KINDS,
  NOT_STATED_KEY,
  PRECISIONS,
  SEVERAL,
  STATUSES,
} from '../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { clusterName } from '../shared/phrases.ts';
import { thingName } from '../shared/things.ts';

const AXIS_WORDS: Record<Axis, MessageKey> = {
  cluster: 'cluster',
  district: 'district',
  town: 'town',
  kind: 'kind',
  status: 'status',
  precision: 'filterPrecision',
};

/** What an axis is called: a column by its own name. */
export const axisWords = ({ t }: Pick<I18n, 't'>, axis: AnyAxis): string =>
  isCommonAxis(axis) ? t(AXIS_WORDS[axis]) : plainLine(axisColumn(axis) ?? '');

/** Axes as choices: a column that is called like what every record has is told from it. */
export const axisChoices = (i18n: Pick<I18n, 't'>, axes: readonly AnyAxis[]): [AnyAxis, string][] => {
  const common = new Set(axes.filter(isCommonAxis).map((axis) => axisWords(i18n, axis)));
  return axes.map((axis) => {
    const name = axisWords(i18n, axis);
    return [axis, !isCommonAxis(axis) && common.has(name) ? i18n.t('axisOwn', { name }) : name];
  });
};

export function keyWords(
  i18n: I18n,
  { things, clusters }: Pick<AppState, 'things' | 'clusters'>,
  axis: AnyAxis,
  key: string,
): string {
  const { t } = i18n;
  if (!isCommonAxis(axis)) return key === BLANK_VALUE ? t('notStated') : plainLine(key);
  const status = STATUSES.find((known) => known === key);
  const precision = PRECISIONS.find((known) => known === key);
  if (axis === 'status' && status !== undefined) return t(`status.${status}`);
  if (axis === 'precision' && precision !== undefined) return t(`precision.${precision}`);
  if (key === SEVERAL) return t('several');
  if (key === ELSEWHERE) return t('outsideFoshan');
  if (key === NOT_STATED_KEY) return t('notStated');
  const cluster = CLUSTER_OR_CROSS_IDS.find((known) => known === key);
  const district = DISTRICT_IDS.find((known) => known === key);
  const kind = KINDS.find((known) => known === key);
  if (cluster !== undefined) return clusterName(i18n, clusters, cluster);
  if (district !== undefined) return t(`district.${district}`);
  if (kind !== undefined) return t(`kind.${kind}`);
  return thingName(things.value, i18n, { entity: 'town', id: key });
}
