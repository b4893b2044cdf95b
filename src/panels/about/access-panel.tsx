/** The accessibility statement: what is aimed at, what was tested and how, what falls short, and whom to tell. */
import type { MessageKey } from '../../i18n/index.ts';
import { forOthers } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { Section } from '../../ui/pieces.tsx';
import { mailAddress } from '../provenance/report.tsx';
import { PanelHead } from '../shared/panel-head.tsx';

/** When what the statement says was last tested as a whole. */
const TESTED_ON = '2026-11-25';
const TESTS: readonly MessageKey[] = [
  'accessTest.axe',
  'accessTest.keyboard',
  'accessTest.list',
  'accessTest.live',
  'accessTest.zoom',
  'accessTest.targets',
  'accessTest.contrast',
  'accessTest.motion',
  'accessTest.forced',
];
const SHORTFALLS: readonly MessageKey[] = [
  'accessShort.readers',
  'accessShort.map',
  'accessShort.labels',
  'accessShort.tables',
  'accessShort.policy',
  'accessShort.files',
];

export default function AccessPanel() {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  return (
    <article class="panel" aria-label={t('access')}>
      <PanelHead title={t('access')} />
      <Section title={t('accessStandard')}>
        <p>{t('accessLead')}</p>
        <p>{t('accessStandardText')}</p>
      </Section>
      <Section title={t('accessTested')}>
        <Points keys={TESTS} />
      </Section>
      <Section title={t('accessShort')}>
        <Points keys={SHORTFALLS} />
      </Section>
      <Section title={t('accessKeys')}>
        <p>{t('accessKeysText')}</p>
        <label class="switch">
          <input
            type="checkbox"
            checked={state.characterKeys.value}
            onChange={(event) => state.actions.useCharacterKeys(event.currentTarget.checked)}
          />
          <span>{t('accessKeysOn')}</span>
        </label>
      </Section>
      <Section title={t('accessReport')}>
        <p>{t('accessReportText')}</p>
        <Contact />
        <p class="muted small">{t('accessDate', { date: date(TESTED_ON) })}</p>
      </Section>
    </article>
  );
}

function Points({ keys }: { readonly keys: readonly MessageKey[] }) {
  const { t } = useApp().i18n.value;
  return (
    <ul class="notes">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}

function Contact() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const to = state.base.config.reportTo;
  if (to === null) return <p>{t('accessReportNone')}</p>;
  return (
    <p>
      <a href={mailAddress(to, t('accessReportSubject'), `${forOthers(location.href)}\n\n`)}>
        {t('accessReportMail', { to })}
      </a>
    </p>
  );
}
