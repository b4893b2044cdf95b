/** All targets that others have stated, beside the figures that they are held against. */
import { yearOf } from '../../domain/milestones.ts';
import type { Cluster } from '../../domain/schema/policy.ts';
import type { Figure, StatedTarget, Statistics } from '../../domain/schema/statistics.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { TableScroll } from '../../ui/table.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { figuresAbout, progressOfStated, progressWords, statedWords } from './progress-words.ts';

export function scopeWords({ t, name }: I18n, clusters: readonly Cluster[], { entity, id }: Figure['scope']): string {
  const district = entity === 'district' ? DISTRICT_IDS.find((known) => known === id) : undefined;
  if (district !== undefined) return t(`district.${district}`);
  const cluster = entity === 'cluster' ? clusters.find((known) => known.id === id) : undefined;
  return cluster === undefined ? t('statedCity') : name(cluster);
}

/** Figures that a target is held against, oldest first. */
export const heldAgainst = (target: StatedTarget, statistics: Statistics): Figure[] =>
  figuresAbout(statistics, target.scope)
    .filter(({ key, narrower }) => key === target.key && !narrower)
    .sort((a, b) => (a.asOf ?? '9').localeCompare(b.asOf ?? '9'));

export function StatedTable({ statistics }: { readonly statistics: Statistics }) {
  const { state, i18n } = useApp();
  const { t, text, date } = i18n.value;
  const now = yearOf(state.base.version.date);
  if (statistics.targets.length === 0) return null;
  return (
    <section class="wide-section">
      <h3>{t('statedTargets')}</h3>
      <p>{t('statedTargetsLead')}</p>
      <TableScroll label={t('statedTargets')}>
        <table class="wide-table">
          <caption class="visually-hidden">{t('statedTargets')}</caption>
          <thead>
            <tr>
              <th scope="col" class="is-corner">
                {t('statedScope')}
              </th>
              <th scope="col">{t('statedIndicator')}</th>
              <th scope="col">{t('target')}</th>
              <th scope="col">{t('statedBy')}</th>
              <th scope="col">{t('statedFigures')}</th>
              <th scope="col">{t('progressTitle')}</th>
            </tr>
          </thead>
          <tbody>
            {statistics.targets.map((target, at) => (
              <tr key={at}>
                <th scope="row">{scopeWords(i18n.value, state.clusters, target.scope)}</th>
                <td>
                  <Mixed text={text(target.label)} />
                </td>
                <td>{statedWords(i18n.value, target)}</td>
                <td>
                  <Mixed text={text(target.by)} />
                  {target.note !== undefined && (
                    <div class="small muted">
                      <Mixed text={text(target.note)} />
                    </div>
                  )}
                  <div class="small">
                    <SourceLine source={statistics.sources[target.source]} />
                  </div>
                </td>
                <td>
                  {heldAgainst(target, statistics).map((figure) => (
                    <div key={`${figure.asOf} ${figure.source}`}>
                      <span class="muted">{figure.asOf === null ? t('dateNotStated') : date(figure.asOf)}</span>{' '}
                      {factWords(i18n.value, figure)}
                    </div>
                  ))}
                </td>
                <td>{progressWords(i18n.value, progressOfStated(target, statistics, now))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
