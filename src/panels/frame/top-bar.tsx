/** Name, search, language, appearance, link. */
import { LANGS, type Lang } from '../../domain/format.ts';
import { MODE_IDS } from '../../state/address/address.ts';
import { forOthers } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/pieces.tsx';
import { SearchBox } from '../search/search-box.tsx';
import type { Modes } from './mode.ts';
import { VIEW_LINKS } from './view-links.ts';

const LANG_NAMES: Record<Lang, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

export function TopBar({ modes }: { readonly modes: Modes }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const theme = state.theme.value;
  return (
    <header class="top-bar no-print">
      <button type="button" class="brand" onClick={() => state.actions.close()} title={t('home')}>
        <svg class="brand-mark" viewBox="0 0 26 22" width="26" height="22" aria-hidden="true">
          <path
            d="M9 2h3v4H9zM14 2h3v4h-3zM7 9h4v4H7zM15 9h4v4h-4zM1 16h4.5v4H1zM7.3 16h4.5v4H7.3zM14.2 16h4.5v4h-4.5zM20.5 16H25v4h-4.5z"
            fill="currentColor"
          />
        </svg>
        <h1>{t('appTitle')}</h1>
      </button>
      <nav class="modes" aria-label={t('modes')}>
        {MODE_IDS.map((id) => (
          <button
            key={id}
            type="button"
            title={t(modes[id].label)}
            aria-pressed={state.mode.value === id}
            onClick={() => state.actions.setMode(id)}
          >
            <Icon name={modes[id].icon} size={16} /> <span>{t(modes[id].label)}</span>
          </button>
        ))}
      </nav>
      <SearchBox />
      <div class="top-actions">
        <nav class="view-links" aria-label={t('views')}>
          {VIEW_LINKS.map(({ view, label }) => (
            <button
              key={view}
              type="button"
              class="text-button"
              aria-pressed={state.view.value === view}
              onClick={() => state.actions.openView(state.view.value === view ? null : view)}
            >
              {t(label)}
            </button>
          ))}
        </nav>
        <CopyLink />
        <IconButton
          icon={theme === 'dark' ? 'sun' : 'moon'}
          label={t(theme === 'dark' ? 'themeLight' : 'themeDark')}
          onClick={() => state.actions.setTheme(theme === 'dark' ? 'light' : 'dark')}
        />
        <label class="compact-select">
          <span class="visually-hidden">{t('language')}</span>
          <select
            value={i18n.value.lang}
            onChange={(event) =>
              state.actions.setLang(LANGS.find((lang) => lang === event.currentTarget.value) ?? 'zh-Hans')
            }
          >
            {LANGS.map((lang) => (
              <option key={lang} value={lang} lang={lang}>
                {LANG_NAMES[lang]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

function CopyLink() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const copy = async () => {
    const { href } = document.location;
    const link = forOthers(href);
    try {
      await navigator.clipboard.writeText(link);
      state.actions.tellLink(href);
    } catch {
      state.actions.notify(`${t('copyFailed')}: ${link}`);
    }
  };
  return (
    <IconButton icon="link" label={t(state.linkCopied.value ? 'copied' : 'copyLink')} onClick={() => void copy()} />
  );
}
