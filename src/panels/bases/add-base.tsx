/** Adds a base map of the user's own, and shows it. */
import { useState } from 'preact/hooks';
import type { Basemap } from '../../domain/schema/basemap.ts';
import { useApp } from '../../state/app.ts';
import { basemapsOf } from '../../state/basemaps/basemaps.ts';
import { Note } from '../../ui/pieces.tsx';
import { AddService } from './add-service.tsx';
import { AddTianditu } from './add-tianditu.tsx';
import './bases.css';

export function AddBase() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const bases = basemapsOf(state);
  const [kept, setKept] = useState(true);
  const onAdded = ({ id }: Basemap, isKept: boolean) => {
    setKept(isKept);
    state.actions.setBasemap(id);
  };
  return (
    <div class="add-base">
      <details>
        <summary>{t('tianditu')}</summary>
        <AddTianditu bases={bases} onAdded={onAdded} />
      </details>
      <details>
        <summary>{t('service')}</summary>
        <AddService bases={bases} onAdded={onAdded} />
      </details>
      {!kept && <Note tone="warning">{t('baseUnkept')}</Note>}
      <Note>{t('baseOffline')}</Note>
    </div>
  );
}
