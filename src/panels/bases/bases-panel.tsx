/** Base maps of the user's own: how to add one and take it away. Which is shown is chosen on the map. */
import { useApp } from '../../state/app.ts';
import { removeBasemap } from '../../state/basemaps/basemap-file.ts';
import { type Basemaps, basemapsOf } from '../../state/basemaps/basemaps.ts';
import { LinkButton, Section } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { AddBase } from './add-base.tsx';

export default function BasesPanel() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const bases = basemapsOf(state);
  return (
    <article class="panel" aria-label={t('baseTitle')}>
      <PanelHead title={t('baseTitle')} />
      {bases.own.value.size > 0 && (
        <Section title={t('baseOwn')}>
          <Own bases={bases} />
        </Section>
      )}
      <Section title={t('baseAdd')}>
        <AddBase />
      </Section>
    </article>
  );
}

/** Those that the user may take away again. */
function Own({ bases }: { readonly bases: Basemaps }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  return (
    <ul class="base-list">
      {bases.list.value
        .filter(({ id }) => bases.own.value.has(id))
        .map(({ id, label, attribution, approval }) => (
          <li key={id}>
            {label}
            <span class="small muted">{[attribution, approval].filter(Boolean).join(' · ')}</span>
            <LinkButton
              onClick={() => {
                if (state.basemap.value === id) state.actions.setBasemap(null);
                void removeBasemap(id, bases);
              }}
            >
              <span class="visually-hidden">{t('baseRemoveNamed', { name: label })}</span>
              <span aria-hidden="true">{t('baseRemove')}</span>
            </LinkButton>
          </li>
        ))}
    </ul>
  );
}
