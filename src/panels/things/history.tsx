/** What happened to a site: plans beside what came, and how it stood at the end of each year. */
import { milestoneFieldIn } from '../../domain/corrections.ts';
import { FIRST_YEAR, type Step, stepsOf, yearOf, yearsOf } from '../../domain/milestones.ts';
import type { Milestone } from '../../domain/schema/site.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { eventWords, milestoneWords, slippageWords } from '../shared/milestone-words.ts';
import { Mixed } from '../shared/mixed-script.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import './history.css';

export default function History({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const steps = stepsOf(site.milestones);
  return (
    <>
      {steps.length === 0 ? (
        <Note>{t('milestonesNone')}</Note>
      ) : (
        <ol class="history">
          {steps.map((step, at) => (
            <StepLine key={at} site={site} step={step} />
          ))}
        </ol>
      )}
      <Years site={site} />
      <p class="no-print">
        <LinkButton onClick={() => state.corrections.edit(site.id, 'milestone:new')}>{t('milestoneAdd')}</LinkButton>
      </p>
    </>
  );
}

/** One event: its plans, what came, how far apart. */
function StepLine({ site, step }: { readonly site: Site; readonly step: Step }) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const { planned, actual, slipped } = step;
  const [first] = [...actual, ...planned];
  if (first === undefined) return null;
  const day = state.base.version.date;
  const { withdrawn } = first;
  const isOverdue =
    withdrawn === undefined &&
    actual.length === 0 &&
    planned.every(({ plannedDate = '' }) => `${plannedDate}-99` < day);
  return (
    <li>
      <details class="fact">
        <summary>
          <span class="fact-value">
            {withdrawn === undefined ? (
              <Mixed text={eventWords(i18n.value, first)} />
            ) : (
              <del>
                <Mixed text={eventWords(i18n.value, first)} />
              </del>
            )}
          </span>
          <span class="fact-date muted">
            {[
              ...actual.map((each) => date(each.date ?? '')),
              ...planned.map((each) => t('milestonePlanned', { date: date(each.plannedDate ?? '') })),
              ...(withdrawn === undefined ? [] : [t('milestoneWithdrawnOn', { date: date(withdrawn.date) })]),
            ].join(' · ')}
          </span>
        </summary>
        <div class="fact-source">
          {step.of !== undefined && <p>{t('milestonePart')}</p>}
          {[...planned, ...actual].map((each, at) => (
            <Stated key={at} site={site} milestone={each} />
          ))}
        </div>
      </details>
      {slipped !== null && <p class="history-slip">{slippageWords(i18n.value, slipped)}</p>}
      {isOverdue && <p class="history-slip">{t('milestoneOpen')}</p>}
    </li>
  );
}

/** What one source says of it. */
function Stated({ site, milestone }: { readonly site: Site; readonly milestone: Milestone }) {
  const { state, i18n } = useApp();
  const { t, text, date } = i18n.value;
  const { date: came, plannedDate = '', dateNote, note, source, withdrawn } = milestone;
  return (
    <div>
      <div>{came === undefined ? t('milestonePlanned', { date: date(plannedDate) }) : date(came)}</div>
      {[dateNote, note].map(
        (each) =>
          each !== undefined && (
            <div key={each.en}>
              <Mixed text={text(each)} />
            </div>
          ),
      )}
      <SourceLine source={site.sources[source]} />
      {withdrawn !== undefined && (
        <div>
          {t('milestoneWithdrawnWhy', { date: date(withdrawn.date) })}{' '}
          {withdrawn.why !== undefined && <Mixed text={text(withdrawn.why)} />}
          <SourceLine source={site.sources[withdrawn.source]} />
        </div>
      )}
      <div class="no-print">
        <button
          type="button"
          class="link-button small"
          aria-label={t('milestonePutRightThis', { name: milestoneWords(i18n.value, milestone) })}
          onClick={() => state.corrections.edit(site.id, milestoneFieldIn(site, milestone))}
        >
          {t('milestonePutRight')}
        </button>
      </div>
    </div>
  );
}

/** A strip of years, each with its state; the words carry it, the mark beside them only helps. */
function Years({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const last = yearOf(state.base.version.date);
  return (
    <figure class="history-years">
      <figcaption>
        <b>{t('yearsTitle')}</b> <span class="muted small">{t('yearsLead', { last: String(last) })}</span>
      </figcaption>
      <ol>
        {yearsOf(site.milestones, FIRST_YEAR, last).map(({ year, status }) => (
          <li key={year} class={`is-${status}`}>
            <span class="tabular">{year}</span>
            <span class={`status status-${status}`}>
              {status === 'unknown' ? t('yearUnknown') : t(`status.${status}`)}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
