/**
 * Every command by keyboard: modes, views, switches, and the things of the search, found by name, pinyin or initials. A
 * combobox with a list box, like the search.
 */
import { batch } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SearchEntry } from '../../domain/schema/search.ts';
import { type I18n, loadMessages } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { search, withCorrectedNames } from '../../state/search.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { openThing, thingName } from '../shared/things.ts';
import { COMMANDS, type CommandEntry, commandEntries } from './commands.ts';
import './palette.css';

type Entry = CommandEntry | SearchEntry;

const MOST = 20;
const isCommand = (entry: Entry): entry is CommandEntry => 'command' in entry;
/** Characters of the shown names that are written otherwise in simplified ones, which alone are searched. */
function variantsOf(commands: readonly CommandEntry[], { zh }: I18n): Readonly<Record<string, string>> {
  const pairs = commands.flatMap((entry) =>
    entry.zh.flatMap((name) => {
      const [simple, shown] = [[...name], [...zh(name)]];
      return simple.length === shown.length ? shown.map((each, i) => [each, simple[i] ?? each] as const) : [];
    }),
  );
  return Object.fromEntries(pairs);
}

const keyOf = (entry: Entry): string => (isCommand(entry) ? entry.command : `${entry.entity}-${entry.id}`);

export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { state, i18n, need, places } = app;
  const { t } = i18n.value;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [commands, setCommands] = useState<readonly CommandEntry[]>([]);
  useEffect(() => {
    need.search();
    // A command is found by its name in the other language too.
    const words = Promise.all([loadMessages('zh-Hans', ['palette']), loadMessages('en', ['palette'])]);
    words.then(
      ([zh, en]) => setCommands(commandEntries({ zh, en })),
      () => setCommands(commandEntries({ zh: {}, en: {} })),
    );
  }, []);
  const index = state.searchIndex.value;
  const sites = state.sites.value;
  const found = useMemo<readonly Entry[]>(() => {
    if (query.trim() === '') return commands;
    const things = index === null ? [] : withCorrectedNames(index, sites).entries;
    const variants = { ...index?.variants, ...variantsOf(commands, i18n.value) };
    const all = { entries: [...commands, ...things], variants };
    return search<Entry>(all, query, MOST).map(({ entry }) => entry);
  }, [query, commands, index, sites, i18n.value]);
  const chosen = found[Math.min(active, found.length - 1)];

  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    batch(() => (isCommand(entry) ? COMMANDS[entry.command].run(app) : openThing(state, entry)));
    // The dialog gives the focus back first; who reads by keyboard goes on where the answer is.
    if (!isCommand(entry) || COMMANDS[entry.command].leads === true)
      requestAnimationFrame(() => (places.wide.current ?? places.panel.current)?.focus({ preventScroll: true }));
  };
  const go = (to: number) => {
    const at = Math.min(Math.max(to, 0), found.length - 1);
    setActive(at);
    const entry = found[at];
    if (entry !== undefined) document.getElementById(`command-${keyOf(entry)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') go(active + 1);
    else if (event.key === 'ArrowUp') go(active - 1);
    else if (event.key === 'PageDown') go(active + 8);
    else if (event.key === 'PageUp') go(active - 8);
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  const nameOf = (entry: Entry): string =>
    isCommand(entry)
      ? t(`cmd.${entry.command}`)
      : thingName(state.things.value, i18n.value, entry, i18n.value.zh(entry.zh[0] ?? entry.id));
  const kindOf = (entry: Entry): string => {
    if (!isCommand(entry)) return t(entry.entity);
    const on = COMMANDS[entry.command].on?.(app);
    return on === undefined ? '' : t(on ? 'paletteOn' : 'paletteOff');
  };
  return (
    <Dialog class="palette no-print" label={t('palette')} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={t('palette')}
        aria-expanded="true"
        aria-controls="command-list"
        aria-activedescendant={chosen === undefined ? undefined : `command-${keyOf(chosen)}`}
        aria-autocomplete="list"
        placeholder={t('paletteHint')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div class="visually-hidden" role="status">
        {found.length === 0 ? t('paletteNone', { q: query }) : t('paletteCount', { n: found.length })}
      </div>
      <div id="command-list" role="listbox" aria-label={t('palette')} class="palette-list">
        {found.map((entry, at) => (
          <div
            key={keyOf(entry)}
            id={`command-${keyOf(entry)}`}
            role="option"
            tabIndex={-1}
            aria-selected={entry === chosen}
            onMouseDown={(event) => {
              event.preventDefault();
              run(entry);
            }}
            onMouseMove={() => setActive(at)}
          >
            <span>{nameOf(entry)}</span> <span class="small muted">{kindOf(entry)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p class="small muted" aria-hidden="true">
          {t('paletteNone', { q: query })}
        </p>
      )}
      <p class="palette-keys small muted">{t('paletteKeys')}</p>
    </Dialog>
  );
}
