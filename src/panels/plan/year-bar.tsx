/** The slider of years over the map: how the register stood at the end of each, and how many of what. */
import { useEffect, useId, useState } from 'preact/hooks';
import { FIRST_YEAR, yearOf } from '../../domain/milestones.ts';
import { countRecords } from '../../domain/site.ts';
import { STATUSES } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';
import './year-bar.css';

const PLAY = { path: 'M8 5L19 12L8 19Z' };
const PAUSE = { path: 'M8 5V19M16 5V19' };
/** How long each year stays while they play, milliseconds. */
const STAY_MS = 1500;

interface YearBarProps {
  /** By default the map is of today again. */
  readonly close?: { readonly label: string; readonly run: () => void };
}

export default function YearBar({ close }: YearBarProps) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const { plan, base } = state;
  const id = useId();
  const last = yearOf(base.version.date);
  const year = Math.min(Math.max(plan.year.value ?? last, FIRST_YEAR), last);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (year >= last) return setPlaying(false);
    const next = setTimeout(() => plan.setYear(year + 1), STAY_MS);
    return () => clearTimeout(next);
  }, [playing, year]);
  const play = () => {
    if (!playing && year >= last) plan.setYear(FIRST_YEAR);
    setPlaying(!playing);
  };
  const when = year === last ? t('yearNow', { date: date(base.version.date) }) : t('yearAt', { year: String(year) });
  const shadeYear = plan.shadeView.value?.year ?? null;
  return (
    <fieldset class="year-bar no-print" aria-label={t('yearBar')}>
      <div class="year-line">
        <IconButton icon={playing ? PAUSE : PLAY} label={t(playing ? 'yearStop' : 'yearPlay')} onClick={play} />
        <label for={id} class="visually-hidden">
          {t('yearSlider')}
        </label>
        <input
          id={id}
          type="range"
          min={FIRST_YEAR}
          max={last}
          step={1}
          value={year}
          aria-valuetext={when}
          onInput={(event) => plan.setYear(Number(event.currentTarget.value))}
        />
        <output for={id} class="tabular">
          {when}
        </output>
        <IconButton
          icon="close"
          label={close?.label ?? t('yearClose')}
          onClick={close?.run ?? (() => plan.setYear(null))}
        />
      </div>
      <Counts />
      <p class="small muted">
        {t('yearMarks')}
        {shadeYear !== null && ` ${t('yearShade', { year: shadeYear })}`}
      </p>
    </fieldset>
  );
}

/** Records of each state, parts not counted; those of none are left out. */
function Counts() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const sites = state.visibleSites.value;
  return (
    <ul class="year-counts">
      {STATUSES.map((status) => {
        const n = countRecords(sites.filter((site) => site.status === status));
        const words = status === 'unknown' ? t('yearNotKnown') : t(`status.${status}`);
        return (
          n > 0 && (
            <li key={status} class={`stood-${status}`}>
              {t('yearCounts', { n, status: words })}
            </li>
          )
        );
      })}
    </ul>
  );
}
