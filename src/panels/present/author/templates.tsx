/** A tour to begin with: one's own cluster in eight stops. */
import { useId, useState } from 'preact/hooks';
import { CLUSTER_IDS, type ClusterId } from '../../../domain/vocabulary.ts';
import { useApp } from '../../../state/app.ts';
import { thingName } from '../../shared/things.ts';
import { startTemplate } from './make-stops.ts';

export function Templates({ onMade }: { readonly onMade: () => void }) {
  const app = useApp();
  const { state, i18n } = app;
  const { t } = i18n.value;
  const id = useId();
  const [cluster, setCluster] = useState<ClusterId>(CLUSTER_IDS[0]);
  return (
    <div class="own-new">
      <label for={id}>{t('template')}</label>
      <select
        id={id}
        class="own-template"
        value={cluster}
        onChange={(event) => {
          const chosen = CLUSTER_IDS.find((known) => known === event.currentTarget.value);
          if (chosen !== undefined) setCluster(chosen);
        }}
      >
        {CLUSTER_IDS.map((known) => (
          <option key={known} value={known}>
            {thingName(state.things.value, i18n.value, { entity: 'cluster', id: known })}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="text-button is-framed"
        onClick={() => {
          startTemplate(app, cluster);
          onMade();
        }}
      >
        {t('templateMake')}
      </button>
    </div>
  );
}
