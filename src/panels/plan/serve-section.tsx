/** Serve: which imported rows lie within reach of the parks and platforms of the register, and which of those have none. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { countedImport } from '../../analysis/counted-set.ts';
import { serve, unserved } from '../../analysis/serve.ts';
import { isLocated } from '../../domain/site.ts';
import type { KindGroup } from '../../domain/vocabulary.ts';
import { LEAST_KM, MOST_KM, withinOf } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { indexOf } from '../../state/plan/answer.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { TableScroll } from '../../ui/table.tsx';
import { rangeWords } from '../shared/range-words.ts';
import { SetOptions } from '../shared/set-options.tsx';

const GROUPS: readonly KindGroup[] = ['area', 'platform'];

export function ServeSection({ sets }: { readonly sets: readonly ImportedSet[] }) {
  const { state, i18n } = useApp();
  const { t, name, number } = i18n.value;
  const chosen = useSignal(sets[0]?.id ?? '');
  const km = useSignal(5);
  const imported = sets.find(({ id }) => id === chosen.value) ?? sets[0];
  const sites = state.sites.value.filter(
    (site) => GROUPS.includes(site.group) && site.extent !== 'event' && isLocated(site.precision),
  );
  const service = useMemo(() => {
    if (imported === undefined) return null;
    const counted = countedImport(imported.set);
    const servers = sites.map((site) => ({
      id: site.id,
      position: site.position,
      radiusM: site.radiusM ?? Number.POSITIVE_INFINITY,
      site,
    }));
    const found = serve(counted, indexOf(imported.set), servers, km.value * 1000, imported.rows);
    return { ...found, left: unserved(counted, found.served, imported.rows) };
  }, [imported, km.value, state.sites.value]);
  if (service === null) return null;
  const { left, servers } = service;
  return (
    <section class="wide-section">
      <h3>{t('serve')}</h3>
      <div class="wide-tools">
        <label class="compact-select is-labelled">
          {t('askOf')}{' '}
          <select value={imported?.id} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            <SetOptions sets={sets} />
          </select>
        </label>
        <label class="compact-select is-labelled">
          {t('askWithin')}{' '}
          <input
            type="number"
            min={LEAST_KM}
            max={MOST_KM}
            step={0.5}
            value={km.value}
            onChange={(event) => (km.value = withinOf(event.currentTarget.value) ?? km.value)}
          />{' '}
          {t('km')}
        </label>
      </div>
      {imported?.rows !== undefined && (
        <Note>{t('askFiltered', { n: number(imported.rows.length), total: number(imported.set.count) })}</Note>
      )}
      <p>
        {t('serveLeft', {
          none: number(left.none),
          notCertain: number(left.notCertain),
          cannotTell: number(left.cannotTell),
        })}
      </p>
      <Note>{t('serveRule')}</Note>
      <TableScroll label={t('serve')}>
        <table class="wide-table cross-grid">
          <caption class="visually-hidden">{t('serve')}</caption>
          <thead>
            <tr>
              <th scope="col" class="is-corner">
                {t('servePlace')}
              </th>
              <th scope="col">{t('serveRows')}</th>
              <th scope="col">{t('serveVerdict')}</th>
            </tr>
          </thead>
          <tbody>
            {servers.map(({ server, records, verdict }) => (
              <tr key={server.id}>
                <th scope="row">
                  <LinkButton onClick={() => state.actions.selectSite(server.id)}>{name(server.site)}</LinkButton>
                </th>
                <td class="tabular">{records === null ? '–' : rangeWords(i18n.value, records)}</td>
                <td>{t(`served.${verdict}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
