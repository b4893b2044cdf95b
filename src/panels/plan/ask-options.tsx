/** The choices of a question: sites by cluster, and districts with their towns. */
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS } from '../../domain/vocabulary.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { type Area, type Ask, parseAsk } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { clusterName } from '../shared/phrases.ts';

export function areaValue({ entity, id }: Area): string {
  return `${entity}:${id}`;
}

export function valueArea(value: string): Area | null {
  const ask: Ask | null = parseAsk(value);
  return ask?.kind === 'area' ? ask.area : null;
}

/** Sites that have no position cannot be asked around. */
export function SiteOptions() {
  const { state, i18n } = useApp();
  const { name } = i18n.value;
  return (
    <>
      {CLUSTER_OR_CROSS_IDS.map((id) => (
        <optgroup key={id} label={clusterName(i18n.value, state.clusters, id)}>
          {state.sites.value
            .filter((site) => site.industryCluster === id && site.position !== null)
            .map((site) => (
              <option key={site.id} value={site.id}>
                {name(site)}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

export function AreaOptions({ districtLabel }: { readonly districtLabel: MessageKey }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  return (
    <>
      {DISTRICT_IDS.map((id) => (
        <optgroup key={id} label={t(`district.${id}`)}>
          <option value={areaValue({ entity: 'district', id })}>
            {t(districtLabel, { district: t(`district.${id}`) })}
          </option>
          {state.base.towns.features
            .filter(({ properties }) => properties.district === id)
            .map(({ properties }) => (
              <option key={properties.code} value={areaValue({ entity: 'town', id: properties.code })}>
                {name(properties)}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}
