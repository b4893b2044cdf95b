/** Counts of an answer by cluster and status: "8 (7–9)" is what is inside by its point, then certain to possible. */
import type { Tally } from '../../analysis/tally.ts';
import { formatDistance } from '../../domain/format.ts';
import { CLUSTER_OR_CROSS_IDS } from '../../domain/vocabulary.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { askErrors } from '../../state/plan/ask-errors.ts';
import { centreOf } from '../../state/plan/centre.ts';
import { shownTowns } from '../../state/plan/town-areas.ts';
import { Mark } from '../../ui/mark.tsx';
import { Note } from '../../ui/pieces.tsx';
import { HowCounted } from '../shared/how-counted.tsx';
import { clusterName } from '../shared/phrases.ts';
import { rangeWords } from '../shared/range-words.ts';
import { townAreaParams } from '../shared/town-by-area.tsx';

const RULES: Record<Ask['kind'], MessageKey> = {
  area: 'askRuleArea',
  own: 'askRuleOwn',
  polygon: 'askRulePolygon',
  radius: 'askRuleRadius',
};

interface CountsProps {
  readonly tally: Tally;
  readonly ask: Ask;
  /** The rows are the user's own. */
  readonly isOwn: boolean;
}

export function AskCounts({ tally, ask, isOwn }: CountsProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const clusters = [...tally.byCluster].filter(([, range]) => range.possible > 0);
  const statuses = [...tally.byStatus].filter(([, range]) => range.possible > 0);
  return (
    <>
      <p class="ask-total">
        <b class="tabular">{rangeWords(i18n.value, tally.total)}</b>{' '}
        {t('askRecords', { n: rangeWords(i18n.value, tally.total) })}
        {tally.parts.possible > 0 && (
          <span class="muted small"> {t('askParts', { n: rangeWords(i18n.value, tally.parts) })}</span>
        )}{' '}
        <HowCounted />
      </p>
      <Note>{t(ask.kind === 'area' && isOwn ? 'askRuleOwnArea' : RULES[ask.kind])}</Note>
      <OnMap />
      {tally.byAreaOnly > 0 && <Note>{t('askByAreaOnly', { n: tally.byAreaOnly })}</Note>}
      <ByTownArea {...tally.byTownArea} />
      {tally.cannotTell > 0 && <Note>{t('askCannotTell', { n: tally.cannotTell })}</Note>}
      {clusters.length > 0 && (
        <div class="ask-tables">
          <table class="ask-table">
            <caption>{t('byCluster')}</caption>
            <tbody>
              {clusters.map(([key, range]) => {
                const id = CLUSTER_OR_CROSS_IDS.find((known) => known === key);
                return (
                  <tr key={key}>
                    <th scope="row">
                      {id !== undefined && <Mark cluster={id} theme={state.theme.value} size={16} />}{' '}
                      {id === undefined ? t('notStated') : clusterName(i18n.value, state.clusters, id)}
                    </th>
                    <td class="tabular">{rangeWords(i18n.value, range)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <table class="ask-table">
            <caption>{t('byStatus')}</caption>
            <tbody>
              {statuses.map(([status, range]) => (
                <tr key={status}>
                  <th scope="row">{t(`status.${status}`)}</th>
                  <td class="tabular">{rangeWords(i18n.value, range)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** That where rows lie has said of which town they are, and how well that is known. */
function ByTownArea(told: Tally['byTownArea']) {
  const { state, i18n } = useApp();
  const towns = shownTowns(state);
  const n = told.in + told.out;
  if (towns === null || n === 0) return null;
  return <Note>{i18n.value.t('askByTownArea', { n, ...told, ...townAreaParams(i18n.value, towns) })}</Note>;
}

/** What of the answer's uncertainty the map shows. */
function OnMap() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { answers, ask } = state.plan;
  const now = ask.value;
  if (now === null || answers.value === null) return null;
  const centre = now.kind === 'radius' ? centreOf(state.things.value, now.around) : null;
  const { discs, more, rimM } = askErrors(answers.value.asked.value, answers.value.answer.value, centre?.radiusM ?? 0);
  if (discs.length === 0) return null;
  return (
    <Note>
      {t('askOnMap', { n: discs.length + more, rim: formatDistance(rimM, i18n.value.lang) })}{' '}
      {more > 0 && t('askOnMapMore', { n: more })}
    </Note>
  );
}
