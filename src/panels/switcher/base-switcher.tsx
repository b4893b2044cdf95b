/** Which base map lies under everything: thumbnails on the map, how strongly it is drawn, and whom it is owed to. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Basemap } from '../../domain/schema/basemap.ts';
import { useApp } from '../../state/app.ts';
import { basemapsOf } from '../../state/basemaps/basemaps.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { baseName } from './base-name.ts';
import { ChosenBase } from './chosen-base.tsx';
import { PickFile } from './pick-file.tsx';
import { pictureOf, Thumb } from './thumb.tsx';
import { UnderSites } from './under-sites.tsx';
import './switcher.css';

export default function BaseSwitcher({ onClose }: { readonly onClose: () => void }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const bases = basemapsOf(state);
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);
  const list = bases.list.value;
  const chosen = list.find(({ id }) => id === state.basemap.value) ?? null;
  return (
    <section
      class="base-switcher no-print"
      aria-label={t('switcherTitle')}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What lies beside the map stays open.
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>{t('switcherTitle')}</h2>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      <div class="base-options" role="radiogroup" aria-label={t('switcherTitle')}>
        {[null, ...list].map((entry) => (
          <Option key={entry?.id ?? ''} entry={entry} checked={entry === chosen} />
        ))}
      </div>
      {chosen === null ? (
        <p class="base-credit">{t('switcherBuiltInCredit')}</p>
      ) : (
        <ChosenBase key={chosen.id} entry={chosen} bases={bases} />
      )}
      <UnderSites />
      <PickFile bases={bases} />
    </section>
  );
}

function Option({ entry, checked }: { readonly entry: Basemap | null; readonly checked: boolean }) {
  const { state, i18n } = useApp();
  const grey = entry !== null && basemapsOf(state).isGrey(entry.id);
  return (
    <label class={`base-option ${checked ? 'is-chosen' : ''}`}>
      <input
        type="radio"
        name="base-map"
        class="visually-hidden"
        checked={checked}
        onChange={() => state.actions.setBasemap(entry?.id ?? null)}
      />
      <Thumb picture={pictureOf(entry)} theme={state.theme.value} grey={grey} />
      <span>{baseName(i18n.value, entry)}</span>
    </label>
  );
}
