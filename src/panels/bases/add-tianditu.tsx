/** A map of 天地图 by the user's own key, which is tried on a tile of Foshan before anything is kept. */
import { useId, useState } from 'preact/hooks';
import { askPicture } from '../../data/services/ask.ts';
import { Basemap } from '../../domain/schema/basemap.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import { ServiceError, type ServiceFailure } from '../../domain/services/failure.ts';
import {
  TIANDITU_GRIDS,
  TIANDITU_ORIGINS,
  TIANDITU_SETS,
  type TiandituGrid,
  type TiandituSet,
  tiandituProbe,
} from '../../domain/services/tianditu.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { Basemaps } from '../../state/basemaps/basemaps.ts';
import { Choice } from '../../ui/choice.tsx';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { Failed } from './failed.tsx';

interface Chosen {
  readonly set: TiandituSet;
  readonly grid: TiandituGrid;
  readonly names: boolean;
}

/** Without the key, which is kept apart. */
function entryOf({ t }: I18n, { set, grid, names }: Chosen): Basemap {
  const label = t(names ? 'tiandituLabel' : 'tiandituLabelPlain', { set: t(`tiandituSet.${set}`) });
  const id = `own-tianditu-${set}-${grid}${names ? '' : '-plain'}`;
  return parseAs(Basemap, { id, label, kind: 'tianditu', set, grid, names }, id);
}

interface AddProps {
  readonly bases: Basemaps;
  /** It is kept, or as good as the device allows. */
  readonly onAdded: (basemap: Basemap, kept: boolean) => void;
}

export function AddTianditu({ bases, onAdded }: AddProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [key, setKey] = useState(bases.tiandituKey.peek() ?? '');
  const [chosen, setChosen] = useState<Chosen>({ set: 'vec', grid: 'w', names: true });
  const [trying, setTrying] = useState(false);
  const [failure, setFailure] = useState<ServiceFailure | null>(null);
  const [said, setSaid] = useState('');
  const typed = key.replace(/\s+/g, '');
  const add = async (event: Event) => {
    event.preventDefault();
    setTrying(true);
    setFailure(null);
    setSaid('');
    try {
      await askPicture(tiandituProbe(chosen.set, chosen.grid, typed), { referrerPolicy: 'strict-origin' });
      const keyKept = bases.setTiandituKey(typed);
      const entry = entryOf(i18n.value, chosen);
      const entryKept = bases.add(entry);
      onAdded(entry, keyKept && entryKept);
    } catch (error) {
      if (error instanceof ServiceError) setFailure(error.failure);
      else setSaid(String(error));
    } finally {
      setTrying(false);
    }
  };
  return (
    <form class="base-form" onSubmit={(event) => void add(event)}>
      <Note>{t('tiandituLead')}</Note>
      <div class="field">
        <label for={id}>{t('tiandituKey')}</label>
        <input
          id={id}
          value={key}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
      </div>
      <div class="base-fields">
        <Choice
          label={t('tiandituSet')}
          value={chosen.set}
          options={TIANDITU_SETS.map((value) => ({ value, label: t(`tiandituSet.${value}`) }))}
          onChange={(set) => setChosen({ ...chosen, set })}
        />
        <Choice
          label={t('tiandituGrid')}
          value={chosen.grid}
          options={TIANDITU_GRIDS.map((value) => ({ value, label: t(`tiandituGrid.${value}`) }))}
          onChange={(grid) => setChosen({ ...chosen, grid })}
        />
      </div>
      <label class="base-check">
        <input
          type="checkbox"
          checked={chosen.names}
          onChange={({ currentTarget: { checked } }) => setChosen({ ...chosen, names: checked })}
        />
        {t('tiandituNames')}
      </label>
      {failure !== null && <Failed failure={failure} origins={TIANDITU_ORIGINS} />}
      <p class="actions">
        <button type="submit" class="link-button primary" disabled={typed === '' || trying}>
          {trying ? t('serviceReading') : t('tiandituAdd')}
        </button>{' '}
        {bases.tiandituKey.value !== null && (
          <LinkButton
            onClick={() => {
              bases.setTiandituKey(null);
              setKey('');
              setSaid(t('tiandituForgotten'));
            }}
          >
            {t('tiandituForget')}
          </LinkButton>
        )}
        <span role="status" class="small muted">
          {said}
        </span>
      </p>
    </form>
  );
}
