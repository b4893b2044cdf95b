/** Of the base map that is chosen: its credits, how it is drawn, and its file. */
import { useId } from 'preact/hooks';
import type { Basemap } from '../../domain/schema/basemap.ts';
import { useApp } from '../../state/app.ts';
import { removeBasemap } from '../../state/basemaps/basemap-file.ts';
import type { Basemaps } from '../../state/basemaps/basemaps.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { baseName } from './base-name.ts';
import { KeepFile } from './keep-file.tsx';

interface ChosenProps {
  readonly entry: Basemap;
  readonly bases: Basemaps;
}

export function ChosenBase({ entry, bases }: ChosenProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const isOwn = bases.own.value.has(entry.id);
  const remove = () => {
    state.actions.setBasemap(null);
    void removeBasemap(entry.id, bases);
  };
  return (
    <div class="base-chosen">
      <p class="base-credit">
        {entry.attribution}
        {' · '}
        {entry.approval === null ? t('switcherNoApproval') : t('switcherApproval', { number: entry.approval })}
        {isOwn && ` · ${t('switcherOwn')}`}
      </p>
      <Look entry={entry} bases={bases} />
      {entry.kind === 'pmtiles' && entry.pmtiles !== null && (
        <KeepFile entry={{ ...entry, pmtiles: entry.pmtiles }} key={entry.id} />
      )}
      {isOwn && (
        <LinkButton onClick={remove}>
          <span class="visually-hidden">{t('switcherRemoveNamed', { name: baseName(i18n.value, entry) })}</span>
          <span aria-hidden="true">{t('switcherRemove')}</span>
        </LinkButton>
      )}
    </div>
  );
}

/** How strongly a base map is drawn where nobody says, by its kind; a picture would drown what lies on it. */
const USUAL = 1;
const USUAL_OF_PICTURES = 0.85;

function Look({ entry, bases }: ChosenProps) {
  const { t } = useApp().i18n.value;
  const id = useId();
  const usual = entry.kind === 'pmtiles' || entry.kind === 'style' ? USUAL : USUAL_OF_PICTURES;
  const strength = bases.strengthOf(entry.id) ?? usual;
  const words = t('switcherStrengthValue', { n: Math.round(strength * 100) });
  return (
    <div class="base-look">
      <label for={id}>
        {t('switcherStrength')} <span class="tabular">{words}</span>
      </label>
      <input
        id={id}
        type="range"
        min={0.1}
        max={1}
        step={0.05}
        value={strength}
        aria-valuetext={words}
        onInput={(event) => bases.setStrength(entry.id, Number(event.currentTarget.value))}
      />
      {/* A foreign style has colours of its own, which nobody can take away. */}
      {entry.kind !== 'style' && (
        <label class="base-grey">
          <input
            type="checkbox"
            checked={bases.isGrey(entry.id)}
            onChange={(event) => bases.setGrey(entry.id, event.currentTarget.checked)}
          />
          {t('switcherGrey')}
        </label>
      )}
    </div>
  );
}
