/** Base maps: which there are, which is shown, and how to add one. */
import { useApp } from '../../state/app.ts';
import { basemapsOf } from '../../state/basemaps/basemaps.ts';
import { LinkButton, Section } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { AddBase } from './add-base.tsx';

export default function BasesPanel() {
  const { t } = useApp().i18n.value;
  return (
    <article class="panel" aria-label={t('baseTitle')}>
      <PanelHead title={t('baseTitle')} />
      <Section title={t('baseChoose')}>
        <List />
      </Section>
      <Section title={t('baseAdd')}>
        <AddBase />
      </Section>
    </article>
  );
}

function List() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const bases = basemapsOf(state);
  const own = bases.own.value;
  const chosen = state.basemap.value;
  const choose = (id: string | null) => state.actions.setBasemap(id);
  return (
    <ul class="base-list">
      <li>
        <label>
          <input type="radio" name="base" checked={chosen === null} onChange={() => choose(null)} />
          {t('baseBuiltIn')}
        </label>
      </li>
      {bases.list.value.map(({ id, label, attribution, approval }) => (
        <li key={id}>
          <label>
            <input type="radio" name="base" checked={chosen === id} onChange={() => choose(id)} />
            {label}
          </label>
          <span class="small muted">
            {[attribution, approval, own.has(id) ? t('baseOwn') : null].filter(Boolean).join(' · ')}
          </span>
          {own.has(id) && (
            <LinkButton
              onClick={() => {
                if (chosen === id) choose(null);
                bases.remove(id);
              }}
            >
              <span class="visually-hidden">{t('baseRemoveNamed', { name: label })}</span>
              <span aria-hidden="true">{t('baseRemove')}</span>
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  );
}
