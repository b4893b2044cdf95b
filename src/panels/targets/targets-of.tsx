/** Progress towards the target that the text sets a cluster, and targets that others have set a cluster or a district. */
import { useEffect } from 'preact/hooks';
import { yearOf } from '../../domain/milestones.ts';
import { aimOf, progressOf } from '../../domain/progress.ts';
import type { Cluster } from '../../domain/schema/policy.ts';
import type { Figure, StatedTarget } from '../../domain/schema/statistics.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note, Rows, Section } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { figuresAbout, progressOfStated, progressWords, statedWords } from './progress-words.ts';
import './targets.css';

interface TargetsOfProps {
  readonly scope: Figure['scope'];
  /** Whose target the text sets. */
  readonly cluster?: Cluster;
}

export default function TargetsOf({ scope, cluster }: TargetsOfProps) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => need.statistics(), []);
  const statistics = state.statistics.value;
  if (statistics === null) return <Note>{t('loading')}</Note>;
  const now = yearOf(state.base.version.date);
  const stated = statistics.targets.filter(({ scope: { entity, id } }) => entity === scope.entity && id === scope.id);
  return (
    <>
      {cluster !== undefined && (
        <Rows
          rows={[
            {
              label: t('progressTitle'),
              value: progressWords(i18n.value, progressOf(aimOf(cluster), figuresAbout(statistics, scope), now)),
            },
          ]}
        />
      )}
      <Section title={t('statedTargets')}>
        {stated.length === 0 ? (
          <Note>{t('statedTargetsNone')}</Note>
        ) : (
          <>
            {cluster !== undefined && <Note>{t('statedTargetsLead')}</Note>}
            <ul class="stated-targets">
              {stated.map((target, at) => (
                <Stated
                  key={at}
                  target={target}
                  progress={progressWords(i18n.value, progressOfStated(target, statistics, now))}
                />
              ))}
            </ul>
          </>
        )}
        <p class="small no-print">
          <LinkButton onClick={() => state.actions.openView('targets')}>{t('progressRuleTitle')}</LinkButton>
        </p>
      </Section>
    </>
  );
}

function Stated({ target, progress }: { readonly target: StatedTarget; readonly progress: string }) {
  const { state, i18n } = useApp();
  const { text } = i18n.value;
  const sources = state.statistics.value?.sources ?? {};
  return (
    <li>
      <details class="fact">
        <summary>
          <span class="fact-value">
            <Mixed text={text(target.label)} /> {statedWords(i18n.value, target)}
          </span>
          <span class="fact-date muted">{progress}</span>
        </summary>
        <div class="fact-source">
          <p>
            <Mixed text={text(target.by)} />
            {target.note !== undefined && (
              <>
                {' · '}
                <Mixed text={text(target.note)} />
              </>
            )}
          </p>
          <p lang="zh-Hans">{target.asPrinted}</p>
          <SourceLine source={sources[target.source]} />
        </div>
      </details>
    </li>
  );
}
