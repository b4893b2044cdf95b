/** Sources and licences: of the data, of the font, and of every package whose code is in this build. */
import { useEffect, useState } from 'preact/hooks';
import type { PackageLicence } from '../../domain/schema/licence.ts';
import { useApp } from '../../state/app.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { TableScroll } from '../../ui/table.tsx';
import './about.css';
import { PanelHead } from '../shared/panel-head.tsx';
import { dataSources } from './data-sources.ts';

export default function LicencesPanel() {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <article class="panel" aria-label={t('licences')}>
      <PanelHead title={t('licences')} />
      <div class="panel-body">
        <p>{t('licencesLead')}</p>
      </div>
      <Section title={t('licencesData')}>
        <DataSources />
        <p class="small muted">{t('licencesDataNote')}</p>
      </Section>
      <Code />
    </article>
  );
}

function DataSources() {
  const { i18n, state } = useApp();
  const { t, text } = i18n.value;
  return (
    <TableScroll label={t('licencesData')}>
      <table class="plain-table">
        <caption class="visually-hidden">{t('licencesData')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('licencesDataWhat')}</th>
            <th scope="col">{t('licencesDataFrom')}</th>
            <th scope="col">{t('licencesDataTerms')}</th>
          </tr>
        </thead>
        <tbody>
          {dataSources(state.base.version).map(({ what, from, url, licence }) => (
            <tr key={what.en}>
              <th scope="row">{text(what)}</th>
              <td>
                {url === null ? (
                  from
                ) : (
                  <a href={url} target="_blank" rel="noreferrer noopener">
                    {from}
                  </a>
                )}
              </td>
              <td>{licence ?? t('licencesUnclear')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** The list comes with the build; until it is there, and where it is not, that is said. */
function Code() {
  const { i18n, need } = useApp();
  const { t } = i18n.value;
  const [packages, setPackages] = useState<readonly PackageLicence[] | 'waiting' | 'failed'>('waiting');
  useEffect(() => {
    need.licences().then(setPackages, () => setPackages('failed'));
  }, []);
  if (packages === 'waiting') return <p class="boot">{t('loading')}</p>;
  if (packages === 'failed') return <Note tone="warning">{t('licencesFailed')}</Note>;
  if (packages.length === 0) return <Note>{t('licencesNone')}</Note>;
  return (
    <Section title={t('licencesCode', { n: packages.length })}>
      <ul class="notes licences">
        <li>{t('licencesOwn')}: MIT</li>
        <li>{t('licencesFont')}: Noto Sans SC, OFL 1.1</li>
        {packages.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} · {licence}
              </summary>
              <pre class="licence-text">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
