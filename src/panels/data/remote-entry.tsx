/** A set on a server: its address, what it is, or one that the deployer offers. */
import { useId, useMemo, useState } from 'preact/hooks';
import { entriesOf } from '../../domain/schema/entries.ts';
import { REMOTE_FORMATS, type RemoteFormat, RemoteSource } from '../../domain/schema/remote.ts';
import { urlOf } from '../../domain/web-url.ts';
import { useApp } from '../../state/app.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';

/** By how the address ends; a tile server's has no ending of its own. */
export function formatOfAddress(url: string): RemoteFormat {
  const path = url.replace(/[?#].*$/, '').toLowerCase();
  if (path.endsWith('.fgb')) return 'flatgeobuf';
  if (path.endsWith('.parquet') || path.endsWith('.geoparquet')) return 'geoparquet';
  return path.endsWith('.pmtiles') ? 'pmtiles' : 'tilejson';
}

/** Null where the text is no web address. */
export function sourceOf(
  url: string,
  { format, layer, pushDown, taken }: { format: RemoteFormat; layer: string; pushDown: boolean; taken: number },
): RemoteSource | null {
  const address = url.trim();
  const parsed = /^https?:\/\/\S+$/.test(address) ? urlOf(address) : null;
  if (parsed === null) return null;
  const name = decodeURIComponent(parsed.pathname.split('/').at(-1) ?? '') || parsed.host;
  return {
    id: `remote-${Date.now().toString(36)}-${taken}`,
    label: name.slice(0, 80),
    url: address,
    format,
    layer: layer.trim() === '' ? null : layer.trim(),
    attribution: null,
    ...(pushDown ? { pushDown } : {}),
  };
}

export function RemoteEntry({ imports }: { readonly imports: Imports }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { sources } = state.base.config;
  const { good, problems } = useMemo(() => entriesOf(RemoteSource, sources, 'config.json: sources'), [sources]);
  const offered = good.filter(({ id }) => imports.byId(id) === null);
  return (
    <details class="data-remote">
      <summary>{t('remoteTitle')}</summary>
      <Note>{t('remoteLead')}</Note>
      {problems.map((problem) => (
        <Note key={problem} tone="warning">
          {problem}
        </Note>
      ))}
      {offered.length > 0 && (
        <ul class="data-sets">
          {offered.map((source) => (
            <li key={source.id}>
              <LinkButton onClick={() => imports.addRemote(source)}>{source.label}</LinkButton>{' '}
              <span class="muted">{t(`remoteFormat.${source.format}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <AddressForm imports={imports} />
    </details>
  );
}

function AddressForm({ imports }: { readonly imports: Imports }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<RemoteFormat | null>(null);
  const [layer, setLayer] = useState('');
  const [filters, setFilters] = useState(false);
  const [wrong, setWrong] = useState(false);
  const format = chosen ?? formatOfAddress(url);
  const tiles = format === 'pmtiles' || format === 'tilejson';
  const add = (event: Event) => {
    event.preventDefault();
    const source = sourceOf(url, {
      format,
      layer: tiles ? layer : '',
      pushDown: format === 'tilejson' && filters,
      taken: imports.sets.peek().length,
    });
    setWrong(source === null);
    if (source === null) return;
    imports.kept.change((now) => [...now.filter(({ id }) => id !== source.id), source]);
    imports.addRemote(source);
    setUrl('');
    setLayer('');
    setChosen(null);
  };
  return (
    <form class="data-fields" onSubmit={add}>
      <div class="data-field">
        <label for={`${id}url`}>{t('remoteUrl')}</label>
        <input
          id={`${id}url`}
          type="url"
          inputMode="url"
          placeholder="https://"
          value={url}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}wrong` : undefined}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
        {wrong && (
          <p id={`${id}wrong`} class="note note-warning" role="alert">
            {t('remoteUrlWrong')}
          </p>
        )}
      </div>
      <div class="data-field">
        <label for={`${id}format`}>{t('remoteFormat')}</label>
        <select
          id={`${id}format`}
          value={format}
          onChange={(event) => setChosen(REMOTE_FORMATS.find((each) => each === event.currentTarget.value) ?? null)}
        >
          {REMOTE_FORMATS.map((each) => (
            <option key={each} value={each}>
              {t(`remoteFormat.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {tiles && (
        <div class="data-field">
          <label for={`${id}layer`}>{t('remoteLayer')}</label>
          <input id={`${id}layer`} value={layer} onInput={(event) => setLayer(event.currentTarget.value)} />
        </div>
      )}
      {format === 'tilejson' && (
        <label class="data-check">
          <input type="checkbox" checked={filters} onChange={(event) => setFilters(event.currentTarget.checked)} />
          {t('remotePushDown')}
        </label>
      )}
      <p class="actions">
        <button type="submit" class="link-button primary" disabled={url.trim() === ''}>
          {t('remoteAdd')}
        </button>
      </p>
    </form>
  );
}
